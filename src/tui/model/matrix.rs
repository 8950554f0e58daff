//! The matrix of CRM records while it is open: where its cursor is, which objects are shown; and the states of a cell.

/// The open matrix.
#[derive(Debug, Clone)]
pub struct Matrix {
    /// What its objects are filtered by.
    pub filter: String,
    /// The row under the cursor, among those that are shown.
    pub row: usize,
    /// The column under the cursor.
    pub column: usize,
    /// The places of the objects that are shown.
    pub shown: Vec<usize>,
}

/// What a cell has chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CellState {
    /// HubSpot has no such thing.
    Missing,
    /// Nothing of it is chosen.
    Open,
    /// Some of it is chosen, and Space adds the rest.
    Partly,
    /// It is chosen.
    Chosen,
    /// The project's files choose it.
    OfProject,
}

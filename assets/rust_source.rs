//! A value as the Rust expression that makes it: the static tables are written with it.
//!
//! It writes what rows hold: texts, numbers, flags, lists, pairs, structs and words of an enum. A struct that leaves a field
//! out is completed from its `EMPTY`.

use std::fmt::{self, Display, Write as _};

use serde::ser::{Impossible, SerializeSeq, SerializeStruct, SerializeTuple};
use serde::{Serialize, Serializer};

/// The expression for `value`.
pub(crate) fn expression(value: &(impl Serialize + ?Sized)) -> Result<String, Unwritable> {
    let mut source = Source(String::new());
    value.serialize(&mut source)?;
    Ok(source.0)
}

/// A kind of value that no row holds.
#[derive(Debug)]
pub(crate) struct Unwritable(String);

impl Display for Unwritable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "no static table holds {}", self.0)
    }
}

impl std::error::Error for Unwritable {}

impl serde::ser::Error for Unwritable {
    fn custom<T: Display>(what: T) -> Self {
        Self(what.to_string())
    }
}

type Written = Result<(), Unwritable>;
type Never<T = ()> = Result<T, Unwritable>;

struct Source(String);

impl Source {
    fn put(&mut self, text: impl Display) -> Written {
        write!(self.0, "{text}").map_err(|_| Unwritable("more than memory".to_owned()))
    }
}

/// `account_level` is `AccountLevel`, and `account admin` is `AccountAdmin`.
fn camel(word: &str) -> String {
    word.split(['_', ' ']).map(|part| part[..1].to_uppercase() + &part[1..]).collect()
}

fn no<T>(what: &str) -> Never<T> {
    Err(Unwritable(what.to_owned()))
}

/// What is open: what closes it, and whether a struct lacks a field.
struct Inside<'a> {
    source: &'a mut Source,
    end: &'static str,
    name: &'static str,
    is_whole: bool,
}

impl Inside<'_> {
    fn item(&mut self, value: &(impl Serialize + ?Sized)) -> Written {
        value.serialize(&mut *self.source)?;
        self.source.put(",\n")
    }

    fn close(self) -> Written {
        if !self.is_whole {
            self.source.put(format_args!("..{}::EMPTY", self.name))?;
        }
        self.source.put(self.end)
    }
}

impl SerializeSeq for Inside<'_> {
    type Ok = ();
    type Error = Unwritable;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Written {
        self.item(value)
    }

    fn end(self) -> Written {
        self.close()
    }
}

impl SerializeTuple for Inside<'_> {
    type Ok = ();
    type Error = Unwritable;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Written {
        self.item(value)
    }

    fn end(self) -> Written {
        self.close()
    }
}

impl SerializeStruct for Inside<'_> {
    type Ok = ();
    type Error = Unwritable;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> Written {
        self.source.put(format_args!("{key}: "))?;
        self.item(value)
    }

    fn skip_field(&mut self, _: &'static str) -> Written {
        self.is_whole = false;
        Ok(())
    }

    fn end(self) -> Written {
        self.close()
    }
}

macro_rules! as_displayed {
    ($($method:ident: $kind:ty),*) => { $(fn $method(self, value: $kind) -> Written { self.put(value) })* };
}

impl<'a> Serializer for &'a mut Source {
    type Ok = ();
    type Error = Unwritable;
    type SerializeSeq = Inside<'a>;
    type SerializeTuple = Inside<'a>;
    type SerializeStruct = Inside<'a>;
    type SerializeTupleStruct = Impossible<(), Unwritable>;
    type SerializeTupleVariant = Impossible<(), Unwritable>;
    type SerializeMap = Impossible<(), Unwritable>;
    type SerializeStructVariant = Impossible<(), Unwritable>;

    as_displayed!(
        serialize_bool: bool, serialize_i8: i8, serialize_i16: i16, serialize_i32: i32, serialize_i64: i64,
        serialize_u8: u8, serialize_u16: u16, serialize_u32: u32, serialize_u64: u64
    );

    fn serialize_str(self, value: &str) -> Written {
        self.put(format_args!("{value:?}"))
    }

    fn serialize_none(self) -> Written {
        self.put("None")
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Written {
        self.put("Some(")?;
        value.serialize(&mut *self)?;
        self.put(")")
    }

    fn serialize_unit_variant(self, name: &'static str, _: u32, word: &'static str) -> Written {
        self.put(format_args!("{name}::{}", camel(word)))
    }

    /// A day is the only type around one value: `Date` of `2026-11-21`.
    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, name: &'static str, value: &T) -> Written {
        let text = expression(value)?;
        let parts: Vec<&str> = text.trim_matches('"').split('-').map(|part| part.trim_start_matches('0')).collect();
        self.put(format_args!("{name}::constant({})", parts.join(", ")))
    }

    fn serialize_seq(self, _: Option<usize>) -> Never<Inside<'a>> {
        self.put("&[")?;
        Ok(Inside { source: self, end: "]", name: "", is_whole: true })
    }

    fn serialize_tuple(self, _: usize) -> Never<Inside<'a>> {
        self.put("(")?;
        Ok(Inside { source: self, end: ")", name: "", is_whole: true })
    }

    fn serialize_struct(self, name: &'static str, _: usize) -> Never<Inside<'a>> {
        self.put(format_args!("{name} {{"))?;
        Ok(Inside { source: self, end: "}", name, is_whole: true })
    }

    fn serialize_f32(self, _: f32) -> Written {
        no("a fraction")
    }

    fn serialize_f64(self, _: f64) -> Written {
        no("a fraction")
    }

    fn serialize_char(self, _: char) -> Written {
        no("a character")
    }

    fn serialize_bytes(self, _: &[u8]) -> Written {
        no("bytes")
    }

    fn serialize_unit(self) -> Written {
        no("nothing")
    }

    fn serialize_unit_struct(self, name: &'static str) -> Written {
        no(name)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        name: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Written {
        no(name)
    }

    fn serialize_tuple_struct(self, name: &'static str, _: usize) -> Never<Self::SerializeTupleStruct> {
        no(name)
    }

    fn serialize_tuple_variant(
        self,
        name: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Never<Self::SerializeTupleVariant> {
        no(name)
    }

    fn serialize_map(self, _: Option<usize>) -> Never<Self::SerializeMap> {
        no("a map")
    }

    fn serialize_struct_variant(
        self,
        name: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Never<Self::SerializeStructVariant> {
        no(name)
    }
}

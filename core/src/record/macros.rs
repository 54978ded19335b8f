//! `record!` and `choice!`: a type and its table from one declaration.

/// Declares a record type and its table.
///
/// `input` types have a setter per field, `output` types a reader per field. A field is
/// `name [as "wire"]: need|may kind [secret]`, with its documentation above it.
macro_rules! record {
    (@field [$($doc:literal)*] $name:ident $($wire:literal)? ; $need:ident $kind:ident $(($($arg:expr),*))? $($secret:ident)?) => {
        $crate::record::Field {
            name: stringify!($name),
            wire: record!(@wire $name $($wire)?),
            kind: record!(@kind $kind $(($($arg),*))?),
            need: record!(@need $need),
            secret: record!(@secret $($secret)?),
            doc: if cfg!(feature = "describe") { &[$($doc),*] } else { &[] },
        }
    };
    (@wire $name:ident) => { stringify!($name) };
    (@wire $name:ident $wire:literal) => { $wire };
    (@need need) => { true };
    (@need may) => { false };
    (@secret) => { false };
    (@secret secret) => { true };
    (@kind text($bounds:expr)) => { $crate::record::Kind::Text($bounds) };
    (@kind text) => { $crate::record::Kind::Text($crate::record::Text::LINE) };
    (@kind amount) => { $crate::record::Kind::Amount };
    (@kind count($least:expr, $most:expr)) => { $crate::record::Kind::Count(&($least, $most)) };
    (@kind flag) => { $crate::record::Kind::Flag };
    (@kind choice($choice:expr)) => { $crate::record::Kind::Choice(&$choice) };
    (@kind map) => { $crate::record::Kind::Map };
    (@kind texts) => { $crate::record::Kind::Texts };
    (@kind text_or_map) => { $crate::record::Kind::TextOrMap };
    (@kind record($shape:expr)) => { $crate::record::Kind::Record($shape) };
    (@kind records($shape:expr)) => { $crate::record::Kind::Records($shape) };
    (@kind any) => { $crate::record::Kind::Any };

    // What a field's reader returns.
    (@read need text $self:ident $name:ident) => { $self.0.get(stringify!($name)) };
    (@read need choice $self:ident $name:ident) => { $self.0.get(stringify!($name)) };
    (@read need amount $self:ident $name:ident) => { $self.0.get(stringify!($name)) };
    (@read may text $self:ident $name:ident) => { $self.0.text(stringify!($name)) };
    (@read may choice $self:ident $name:ident) => { $self.0.text(stringify!($name)) };
    (@read may amount $self:ident $name:ident) => { $self.0.text(stringify!($name)) };
    (@read need count $self:ident $name:ident) => { $self.0.count(stringify!($name)).unwrap_or(0) };
    (@read may count $self:ident $name:ident) => { $self.0.count(stringify!($name)) };
    (@read need flag $self:ident $name:ident) => { $self.0.flag(stringify!($name)) };
    (@read may flag $self:ident $name:ident) => { $self.0.flag(stringify!($name)) };
    (@read $need:ident $any:ident $self:ident $name:ident) => { $self.0.value(stringify!($name)) };
    (@type need text) => { &str };
    (@type need choice) => { &str };
    (@type need amount) => { &str };
    (@type may text) => { Option<&str> };
    (@type may choice) => { Option<&str> };
    (@type may amount) => { Option<&str> };
    (@type need count) => { i64 };
    (@type may count) => { Option<i64> };
    (@type need flag) => { bool };
    (@type may flag) => { bool };
    (@type $need:ident $any:ident) => { &$crate::record::Value };

    (@common $(#[doc = $doc:literal])* $type:ident {
        $($(#[doc = $fdoc:literal])* $name:ident $(as $wire:literal)? : $need:ident $kind:ident $(($($arg:expr),* $(,)?))? $($secret:ident)?,)*
    }) => {
        $(#[doc = $doc])*
        #[derive(Clone, Debug)]
        #[repr(transparent)]
        pub struct $type(pub(crate) $crate::record::Record);

        impl $type {
            /// The table of this record.
            pub const SHAPE: &'static $crate::record::Shape = &$crate::record::Shape {
                name: stringify!($type),
                doc: if cfg!(feature = "describe") { &[$($doc),*] } else { &[] },
                fields: &[$(record!(@field [$($fdoc)*] $name $($wire)? ; $need $kind $(($($arg),*))? $($secret)?)),*],
            };

            /// The record, as what all records are.
            pub fn into_record(self) -> $crate::record::Record {
                self.0
            }
        }

        impl core::ops::Deref for $type {
            type Target = $crate::record::Record;
            fn deref(&self) -> &$crate::record::Record {
                &self.0
            }
        }

        impl From<$type> for $crate::record::Record {
            fn from(typed: $type) -> Self {
                typed.0
            }
        }

        impl From<$type> for $crate::record::Value {
            fn from(typed: $type) -> Self {
                typed.0.into()
            }
        }

        impl From<$crate::record::Record> for $type {
            fn from(record: $crate::record::Record) -> Self {
                Self(record)
            }
        }
    };

    ($(#[doc = $doc:literal])* input $type:ident {
        $($(#[doc = $fdoc:literal])* $name:ident $(as $wire:literal)? : $need:ident $kind:ident $(($($arg:expr),* $(,)?))? $($secret:ident)?,)*
    }) => {
        record!(@common $(#[doc = $doc])* $type {
            $($(#[doc = $fdoc])* $name $(as $wire)? : $need $kind $(($($arg),*))? $($secret)?,)*
        });

        impl $type {
            /// Everything absent; what is required is checked where it is used.
            pub fn new() -> Self {
                Self($crate::record::Record::new(Self::SHAPE))
            }

            $($(#[doc = $fdoc])*
            #[must_use]
            pub fn $name(mut self, value: impl Into<$crate::record::Value>) -> Self {
                self.0.set_at($crate::record::at!($type.$name), value.into());
                self
            })*
        }

        impl Default for $type {
            fn default() -> Self {
                Self::new()
            }
        }
    };

    ($(#[doc = $doc:literal])* output $type:ident {
        $($(#[doc = $fdoc:literal])* $name:ident $(as $wire:literal)? : $need:ident $kind:ident $(($($arg:expr),* $(,)?))? $($secret:ident)?,)*
    }) => {
        record!(@common $(#[doc = $doc])* $type {
            $($(#[doc = $fdoc])* $name $(as $wire)? : $need $kind $(($($arg),*))? $($secret)?,)*
        });

        impl $type {
            $($(#[doc = $fdoc])*
            pub fn $name(&self) -> record!(@type $need $kind) {
                record!(@read $need $kind self $name)
            })*
        }
    };
}

/// Where a field stands in its record's table.
macro_rules! at {
    ($type:ident.$name:ident) => {
        const { $crate::record::position($type::SHAPE.fields, stringify!($name)) }
    };
}

/// Declares a closed list of names with the gateway's words for them.
macro_rules! choice {
    ($(#[doc = $doc:literal])* $const:ident $type:ident { $($name:literal = $wire:literal),* $(,)? }) => {
        $(#[doc = $doc])*
        pub static $const: $crate::record::Choice = $crate::record::Choice {
            name: stringify!($type),
            doc: if cfg!(feature = "describe") { &[$($doc),*] } else { &[] },
            options: &[$(($name, $wire)),*],
        };
    };
}

pub(crate) use {at, choice, record};

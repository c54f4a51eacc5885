#pragma once
/// @file The tables, and how an older database gets them.

namespace soci {
class session;
}

namespace afterword::demo {

/// Brings the database up to this program's schema, all of it or nothing.
/// @throws soci::soci_error, or DatabaseError when a newer program made the database
void migrate(soci::session &session);

} // namespace afterword::demo

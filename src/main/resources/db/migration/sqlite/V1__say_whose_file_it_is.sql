-- "GTrk" (0x4754726B) in the file's header, so that any copy of the file, wherever it is found, says whose it is:
-- io.graphtracker.environment.SqliteApplicationId. PostgreSQL has no such mark and begins with V2.
PRAGMA application_id = 1196716651;

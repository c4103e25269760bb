"""Where documents come from: files, members of archives, rows of tables, remote trees."""

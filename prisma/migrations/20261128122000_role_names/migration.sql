-- "Sport editor" and "sport Editor" are one name. What people are told about it is found out before; this is for two at the same moment.
CREATE UNIQUE INDEX "Role_name_folded" ON "Role" (lower("name"));

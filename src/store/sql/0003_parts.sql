-- Events that the text says are part of another: "met on the sidelines of the summit".
create index reports_by_whole on reports ((report ->> 'partOf')) where report ->> 'partOf' is not null;

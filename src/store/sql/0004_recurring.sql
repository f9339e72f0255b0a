-- Dates without a year, which no window finds: "on July 7" in a text that says no year and no publication date.
create index events_by_recurring_date on events ((summary #>> '{time,edtf}'))
  where listed and summary #>> '{time,edtf}' like 'XXXX-%';

"""What happened to whom: arrests, killings, seizures, meetings, agreements."""

"""Questions in the formats of other programs: GIFT, Moodle XML, QTI 3.0, CSV and xlsx. Everything read here is data."""

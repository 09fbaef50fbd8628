"""The front end of the self-assessment: TypeScript for the page, and the driver of the rules in Python."""

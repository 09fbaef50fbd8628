"""The pages on the situations that providers are in: composed by the rules, and narrowed by answers."""

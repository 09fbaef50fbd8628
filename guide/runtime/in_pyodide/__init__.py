"""What runs inside Pyodide; nothing of it is imported by the build."""

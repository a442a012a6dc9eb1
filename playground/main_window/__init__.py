"""The main window: one table each of actions, workspaces and exports; docks, and the wires between views and worker."""

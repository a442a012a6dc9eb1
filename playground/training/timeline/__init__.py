"""The timeline: states of a training to go back to, in bounded memory however long it goes on."""

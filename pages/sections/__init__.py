"""The sections of « Données et méthode », one module each: `draw()` writes one, its title included."""

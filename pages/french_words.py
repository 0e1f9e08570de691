"""What is written in Streamlit's scripts, and what a reader sees or hears instead.

Words, and what no setting of Streamlit reaches either: how long a failed download is said, the button of the
menu (a word, as large as a thumb) and the menu that closes on any narrow window (Streamlit asks what kind of
machine it is), the toolbar that gives a figure away without its title and its source, the letters of what a
filter holds on a dark page.
"""

_MEGABYTE = 1024 * 1024
# Whatever the reason (the log has it): a file that fails, a lost connection, a page older than the server.
_NOT_MADE = (
    "`Ce fichier n’a pas pu être fait. Rechargez la page et recommencez\u202f; si le problème revient, "
    "prévenez "
    "l’Observatoire en indiquant l’adresse de la page.`"
)
_REFUSED = (r"`\$\{\w+\.type\} files are not allowed\.`", "`Ce type de fichier n’est pas accepté.`")
_NOT_SENT = "`Le fichier n’a pas pu être envoyé. Vérifiez la connexion, puis recommencez.`"
# Before the first view only: afterwards `pages/scripts/connection.js` says it, and no dialog covers the view.
_NO_ANSWER = "`Le tableau de bord ne répond pas. Il s’affichera ici dès qu’il répondra.`"
# Script by the start of its name → what is written there, what a reader sees instead; the first tells the
# script from others of the same start.
WORDS = {
    # What is around every page.
    "index": (
        (r"`Skip to main content`", "`Aller au contenu`"),
        (r'"aria-label":`App pages`', '"aria-label":`Pages`'),
        (
            r"`\$\{(\w+)\.flat\(\)\.length\} more`",
            r'`${\1.flat().length} autre${\1.flat().length>1?"s":""}`',
        ),
        (r'"aria-label":`Expand sidebar`', '"aria-label":`Menu`'),
        (
            r"children:(\w+)\((\w+),\{size:`xl`,iconValue:`:material/keyboard_double_arrow_right:`,color:[\w.]+\}\)",
            (
                r'children:\1("span",{style:{display:"inline-flex",alignItems:"center",gap:"0.4rem",minHeight:"44px",'
                r'padding:"0 0.5rem"},children:[\1(\2,{size:`xl`,iconValue:`:material/menu:`},1),"Menu"]})'
            ),
        ),
        (r'"aria-label":`Collapse sidebar`', '"aria-label":`Fermer le menu`'),
        (r'"aria-label":`Sidebar`', '"aria-label":`Menu`'),
        (r"(\w+\(\))&&(\w+\(\)\},widgetsDisabled:)", r'(\1||matchMedia("(max-width: 48rem)").matches)&&\2'),
        (r"`Stopping\.\.\.`:`Stop`", "`Arrêt en cours`:`Arrêter`"),
        (r'"aria-label":`Running\.\.\.`', '"aria-label":`Calcul en cours`'),
        (r'"aria-label":`Close`', '"aria-label":`Fermer`'),
        (r"`View less`:`View \$\{([\w-]+)\} more`", r"`Réduire`:`Voir ${\1} de plus`"),
        (r'"aria-label":`Scroll tabs left`', '"aria-label":`Onglets précédents`'),
        (r'"aria-label":`Scroll tabs right`', '"aria-label":`Onglets suivants`'),
        (r"`\(opens in new tab\)`", "`(nouvel onglet)`"),
        (r"`Connection error`", "`Connexion impossible`"),
        (r"`Is Streamlit still running\?[^`]*`,codeBlock:`[^`]*`", _NO_ANSWER),
        (r"`Streamlit server is not responding\.[^`]*`", _NO_ANSWER),
        (r"`Cannot connect to Streamlit \(HTTP[^`]*`", _NO_ANSWER),
        (r"message:`Connection timed out\.`", f"message:{_NO_ANSWER}"),
        (r"`Connection failed with status \$\{\w+\}\$\{\w+\?`[^`]*`:`\.`\}`", _NO_ANSWER),
    ),
    # The title and the source are under « Emporter », which gives the picture with both.
    "ArrowVegaLiteChart": (
        (
            (
                r"\w+\(\w+,\{target:\w+,isFullScreen:(?:(?!`Copy Vega-Lite spec`).)*`Copy Vega-Lite spec`"
                r"[^}]*\}\)\]\}\)"
            ),
            "null",
        ),
    ),
    # What Vega says of a drawing, for those who do not see it.
    "embed": (
        (r"`\$\{\w+\} mark container`", "`groupe de repères`"),
        (r"\w+\.ariaRoleDescription\|\|`\$\{\w+\} mark`", "`repère`"),
        (r"desc:`axis`", "desc:`axe`"),
        (r"desc:`legend`", "desc:`légende`"),
        (r"desc:`title`", "desc:`titre`"),
        (r"desc:`subtitle`", "desc:`sous-titre`"),
        (r"`(?:Title|Subtitle) text '(\$\{[^}]*\})'`", r"`\1`"),
        (
            r"`Y`:`X`\}-axis`\+\((\w+)\?` titled '\$\{\w+\}'`:``\)\+` for a [^;]*?\}`\}",
            r"`Axe vertical`:`Axe horizontal`}`+(\1?` : ${\1}`:``)}",
        ),
        (
            r"return \w+\(\w+\)\+\((\w+)\?` titled '\$\{\w+\}'`:``\)\+` for \$[^;]*?\}`\}",
            r"return`Légende`+(\1?` : ${\1}`:``)}",
        ),
        (r"`aria-roleDescription`,`visualization`", "`aria-roleDescription`,`graphique`"),
    ),
    "Selectbox": (
        (r"`Selectbox options`", "`Choix`"),
        (r"`No results`", "`Aucun résultat`"),
        # What is announced (« 13 options disponibles ») is in every language in its library.
        (r"locale:`en-US`", "locale:`fr-FR`"),
        (r'"aria-label":`Clear value`', '"aria-label":`Effacer`'),
        (r'"aria-label":`Open`', '"aria-label":`Ouvrir la liste`'),
    ),
    "Multiselect": (
        (r"`No results`", "`Aucun résultat`"),
        (r"locale:`en-US`", "locale:`fr-FR`"),
        (r'"aria-label":`Selected values`', '"aria-label":`Valeurs choisies`'),
        (r'"aria-label":`Remove \$\{(\w+)\}`', r'"aria-label":`Retirer ${\1}`'),
        (r'"aria-label":`Clear all`', '"aria-label":`Tout effacer`'),
        # Written in white, a chosen value is not read on the clear colour of a dark page.
        (r"(:\w+\.colors\.primary,color:\w+\?\w+\.colors\.fadedText40:\w+\.colors)\.white", r"\1.bgColor"),
        (r'"aria-label":`Open`', '"aria-label":`Ouvrir la liste`'),
    ),
    "Pagination": (
        (r'"aria-label":`Previous page`', '"aria-label":`Page précédente`'),
        (r'"aria-label":`Next page`', '"aria-label":`Page suivante`'),
        (r'"aria-label":`Pagination`', '"aria-label":`Pages du tableau`'),
    ),
    "Table": ((r"`Scrollable table`", "`Tableau à faire défiler`"),),
    "TextInput": ((r'"aria-label":`Clear entry`', '"aria-label":`Effacer`'),),
    "StreamlitMarkdown": (
        # A link that shows to the mouse only is no stop of the Tab key.
        (r'"aria-label":`Link to heading`', '"aria-label":`Lien vers ce titre`,tabIndex:-1'),
        (r"\?`Help`:`Help for \$\{", "?`Aide`:`Aide\u202f: ${"),
        (r"`Network issue`", "`Page incomplète`"),
        # What a script that did not come leaves in its place.
        (
            (
                r"children:\[`Cannot load Streamlit frontend code\.(?:(?!https).)*"
                r"\w+\(`a`,\{href:`https:[^`]*`,rel:`[^`]*`,target:`_blank`,children:`here`\}\)\]"
            ),
            "children:`Une partie de la page n’est pas arrivée. Rechargez la page.`",
        ),
    ),
    "DynamicIcon": ((r"return`Loading`", "return`Calcul en cours`"), (r"`\$\{\w+\} icon`", "`icône`")),
    "InputInstructions": ((r"`Press Enter to \$\{\w+\}`", "`Entrée pour valider`"),),
    "DownloadButton": (
        (r"\w+ instanceof Error\?\w+\.message:`Download failed`", _NOT_MADE),
        (r"`Deferred download not properly configured`", _NOT_MADE),
        # Long enough to be read.
        (r"\(null\)\},5e3,", "(null)},3e4,"),
    ),
    "FileUploader": (
        (r"`\$\{\w+\((\w+),\w+\.Byte,0\)\} per file`", rf"`${{Math.round(\1/{_MEGABYTE})}} Mo au plus`"),
        (r":`Upload`", ":`Choisir un fichier`"),
        (r"`Drag and drop a file here`", "`Déposer le fichier ici`"),
        _REFUSED,
        (r'"aria-label":`Add files`', '"aria-label":`Choisir un autre fichier`'),
        (r"errorMessage:\w+\(\w+\)(?:\.message)?", f"errorMessage:{_NOT_SENT}"),
    ),
    "utils": (
        (
            r"`File must be \$\{\$\((\w+),`b`\)\} or smaller\.`",
            rf"`Le fichier pèse plus de ${{Math.round(\1/{_MEGABYTE})}} Mo.`",
        ),
        _REFUSED,
        (r"`Only one file is allowed\.`", "`Un seul fichier est accepté.`"),
        (r"`Unexpected error\. Please try again\.`", _NOT_SENT),
        (r"`Upload failed`", _NOT_SENT),
        (r"`Click to retry upload`", "`Cliquer pour recommencer l’envoi`"),
        (r'"aria-label":`file upload`', '"aria-label":`Fichier à envoyer`'),
        (r"`Cancel upload of \$\{(\w+)\.name\}`", r"`Annuler l’envoi de ${\1.name}`"),
        (r"`Remove \$\{(\w+)\.name\}`", r"`Retirer ${\1.name}`"),
        (
            r"\$\((\w+)\.size,\w+\.Byte\)",
            r'((\1.size/1e3).toLocaleString("fr-FR",{maximumFractionDigits:1})+" ko")',
        ),
    ),
}

/** Tiré des règles par « node docs/generate-droit.mjs ». */
export const LECTURES = [
  {
    "fichier": "src/modules/acces/rules/obligations.ts",
    "entete": "Nommer un référent (CON-002) : chaque temps où personne ne répond de l'enfant.\n\nCe que dit la règle, et comment elle est lue : voir `referent.ts`, qui compte les quinze jours.\nComment les faits sont lus ici : l'enfant est sans référent de l'ouverture de son dossier à la première mission, puis du lendemain de la\ndernière mission finie à la suivante ; deux missions qui se suivent ou se chevauchent ne laissent pas de jour vide. La clôture du dossier\nl'arrête.\nNon traité : l'enfant suivi sans dossier ouvert.",
    "essais": [
      "Un enfant suivi ne reste pas plus de quinze jours sans référent (CON-002, pratique)",
      "dossier ouvert le 20 février d’une année bissextile, vu le %s : %s",
      "nommé le jour de l’ouverture, rien n’est dû ; plus tard, c’est fait",
      "la mission finie sans suite fait courir le délai du lendemain",
      "deux missions qui se suivent ou se chevauchent ne laissent pas de jour vide",
      "la clôture du dossier l’éteint, la réouverture la fait renaître",
      "aucun fait, si contradictoire soit-il, ne casse cette règle"
    ],
    "regles": [
      "CON-002"
    ]
  },
  {
    "fichier": "src/modules/acces/rules/referent.ts",
    "entete": "CON-002 : un enfant suivi ne reste pas sans référent.\n\nCe que dit la règle : aucun texte ne fixe de délai ; la pratique relevée dans les fiches de poste est une alerte au-delà\nde quinze jours sans référent actif. Le PPE nomme le référent (CASF L223-1-1).\nComment elle est lue ici : quinze jours après le premier jour sans référent (ouverture du dossier, ou lendemain de la fin\nde la dernière mission de référent), sans report.\nL'équipe d'un service (AEMO) ou les évaluateurs répondent de l'enfant : il n'est alors pas sans suivi.\nNon traité : l'absence longue d'un référent en titre.",
    "essais": [
      "Un enfant suivi ne reste pas plus de quinze jours sans référent (CON-002)",
      "le quinzième jour après le premier jour sans référent",
      "une fin de mois et un 29 février se comptent en jours",
      "le calcul dit d’où il part et que la pratique est locale"
    ],
    "regles": []
  },
  {
    "fichier": "src/modules/acces/rules/relais.ts",
    "entete": "CON-001 : l'absence d'un référent se relaie.\n\nCe que dit la règle : aucun texte n'organise le remplacement d'un référent absent ; la pratique relevée dans les fiches de\nposte est que ses tâches et ses droits passent à un collègue nommé, pour un temps. Les délais légaux ne s'interrompent pas.\nComment elle est lue ici : de premier jour à dernier jour, bornes comprises, le collègue voit les enfants dont la personne\nest référente et trouve ce qui leur est dû ; chaque échéance garde sa date. Un relais ne se confie pas dans le passé, et ne\nse relaie pas à son tour. Une situation restreinte reste à ceux qui y sont nommés.\nNon traité : la délégation de signature, qui demande un arrêté (module delegations) ; l'intérim d'un poste vacant, qui est\nune affectation (module agents).",
    "essais": [
      "Les enfants d’un référent absent se confient à un collègue, pour un temps (CON-001)",
      "%s",
      "le relais commence ce jour ou plus tard : le passé ne se confie plus"
    ],
    "regles": []
  },
  {
    "fichier": "src/modules/acces/rules/revue.ts",
    "entete": "SEC-003 : les ouvertures en urgence se revoient chaque mois.\n\nCe que dit la règle : aucun texte n'impose une cadence ; l'accès se limite au besoin d'en connaître et se journalise (RGPD,\nart. 5 et 32). La revue mensuelle est une pratique locale.\nComment elle est lue ici : les ouvertures d'un mois se revoient au plus tard le jour réglé par le département, le mois suivant.\nNon traité : une revue anticipée dans le mois.",
    "essais": [
      "les ouvertures d’octobre se revoient au plus tard le 5 novembre (SEC-003)",
      "celles de décembre, en janvier de l’année suivante",
      "le mois se dit en toutes lettres"
    ],
    "regles": []
  },
  {
    "fichier": "src/modules/activite-psu/rules/afas.ts",
    "entete": "AFAS : les données d'activité et financières d'une crèche, prévisionnelles, actualisées ou réelles (AFS-01 à AFS-05).\n\nCe que dit le texte : trois natures de déclaration par crèche et par exercice ; leurs dates viennent de chaque Caf.\nComment il est lu ici : le prévisionnel vient de l'exercice saisi ; l'actualisé va au 31 décembre, par la projection ; le réel s'arrête à\nce qui est fait, et reste provisoire tant que l'année n'est pas finie. Les enfants sont les enfants différents de l'année. Les écrans de la télédéclaration n'ont pas été lus : colonnes à confirmer.\nNon traité : la ventilation des charges et produits par compte ; les enfants d'un prévisionnel.",
    "essais": [
      "AFAS : trois natures de déclaration (AFS-01 à AFS-05)",
      "le prévisionnel vient de ce qui est saisi, et dit ce qui manque",
      "l’actualisé va tout entier au 31 décembre, l’occasionnel compris",
      "le réel s’arrête tout entier à ce qui est fait, jours ouverts compris",
      "rien de compté : des colonnes vides, jamais un zéro",
      "un réel avant la fin de l’année est provisoire, un mois sans compte se dit"
    ],
    "regles": []
  },
  {
    "fichier": "src/modules/activite-psu/rules/bilan.ts",
    "entete": "L'année d'une crèche : ce qui est fait, ce qui s'annonce au 31 décembre, ce que la Caf verserait, ce qui reste à la charge du\ndépartement (OCC-01 à OCC-06, PSU-06, AFS-04, AFS-05, IND-27).\n\nCe que dit le texte : voir `psu.ts`, `occupation.ts`, `projection.ts`.\nComment il est lu ici : la prestation se calcule sur l'année projetée, avec les charges saisies, à défaut celles du prévisionnel. Un\nmois passé sans compte ou sans présence n'est pas comblé : il se dit. Un mois n'est à vérifier que si ses pointages douteux passent la\npart que le département admet (IND-27) ; en deçà, leur nombre accompagne les chiffres qui en dépendent.\nNon traité : les places gelées ; une journée dont aucun pointage n'est resté (le tableau de bord la montre).",
    "essais": [
      "L’année d’une crèche réunit ses mois, ses charges et le barème",
      "douze mois font V-PSU-03, au centime",
      "un mois à venir se projette, et la méthode se dit",
      "un décembre sans badge, l’an dernier, ne change ni le taux ni la prestation, et la méthode le dit",
      "un mois manquant, un mois sans pointage et des doutes se disent",
      "d’une crèche qui existe du %s au %s, rien ne se réclame hors de ces jours",
      "une crèche ouverte en septembre, quatre mois comptés : rien ne manque",
      "une année dont rien n’est compté ne se dit pas finie",
      "un mois qu’un acte a changé se dit à recompter ; figé, il dit que ses heures ne sont plus celles des pointages",
      "%i pointages douteux sur %i : le mois est à vérifier au-delà de 2 %%, et non à 2 %% (IND-27)",
      "la part se lit mois par mois : onze mois sûrs n’excusent pas le douzième, et chacun suit le réglage de son jour (IND-27)",
      "sans barème ni exercice, les heures se lisent et l’argent se dit à saisir",
      "plus d’heures réalisées que facturées : l’alerte ne tient ni aux charges, ni au barème (V-PSU-08, AFS-05)",
      "le taux de l’année projetée le dit dans son nom ; une année finie n’a plus qu’un taux",
      "un prévisionnel dépassé de plus de 5 % est signalé",
      "Un territoire : la somme des numérateurs sur la somme des dénominateurs",
      "jamais une moyenne de taux",
      "une crèche dont la prestation n’est pas connue ne compte ni au-dessus ni au-dessous"
    ],
    "regles": []
  },
  {
    "fichier": "src/modules/activite-psu/rules/bonus.ts",
    "entete": "Les bonus qui s'ajoutent à la prestation de service unique (BON-01 à BON-07).\n\nCe que dit le texte : mixité sociale selon la participation horaire moyenne ; inclusion handicap selon la part d'enfants concernés ;\nattractivité dans le secteur public si une hausse pérenne est votée.\nComment il est lu ici : un bonus ne se calcule que les années dont la table est connue ; ailleurs, c'est un montant à saisir. Les seuils\nde l'inclusion handicap (5 et 7,5 %) sont à confirmer.\nNon traité : le bonus territoire (BON-04), dont le montant par place vient de la convention ; le bonus trajectoire (BON-05), dont on n'a pas lu\nsi la hausse des places se compte par crèche, par gestionnaire ou par convention ; l'éligibilité d'un département ; le plafond du coût\npar place de l'inclusion handicap (BON-02), dont le montant n'est pas lu ; quels enfants y ouvrent droit (BON-03) : la crèche le dit de chacun.",
    "essais": [
      "Les bonus ne se calculent que les années dont la table est connue (BON-01 à BON-07)",
      "mixité, 60 places, participation de %i centimes par heure : %i € (BON-07)",
      "mixité, à %d centimes par heure : près du seuil de %s (IND-21)",
      "la veille et le jour d’après : 2023 est connue, 2024 et 2018 sont des montants à saisir",
      "handicap, 60 places à 16 000 €, %i %% d’enfants : %i € (BON-07)",
      "attractivité, 60 places : 28 500 € au plus, si la hausse est votée (BON-07)"
    ],
    "regles": []
  },
  {
    "fichier": "src/modules/activite-psu/rules/filoue.ts",
    "entete": "Filoué : une ligne par enfant et par crèche, pour la statistique nationale des usagers (FIL-01 à FIL-06).\n\nCe que dit le texte : remontée annuelle à la Cnaf ; une famille peut ne pas y paraître ; le matricule ne porte que des chiffres ; le\npoint-virgule sépare les colonnes et ne se trouve dans aucune valeur.\nComment il est lu ici : les quinze colonnes d'un export observé, antérieur ou égal à 2022 ; le dessin d'enregistrement en vigueur reste à\nconfirmer auprès de la Caf. Ni nom ni prénom n'y entre jamais. Une donnée absente laisse sa colonne vide et se liste par enfant.\nLe taux d'effort est celui de la famille au dernier jour d'accueil de l'exercice, à trois décimales comme dans l'export observé (PF-02).\nLe tarif facturé à l'heure est l'un de ceux que le barème daté donne à la famille, enfants à charge et AEEH comptés, du plancher au\nplafond de ses jours d'accueil (PF-01 à PF-03) ; sinon il est à vérifier, avec sa raison, sans bloquer : le règlement peut poursuivre le\ntaux au-delà du plafond, ou fixer un tarif unique (PF-06). Les totaux s'accordent à ceux d'AFAS (AFS-05), ou l'écart se dit.\nNon traité : un taux qui change dans l'année ; le tarif que donneraient les ressources exactes, mois par mois ; le chiffrement du\nfichier, qui dépend du dépôt de la Caf.",
    "essais": [
      "Filoué : une ligne par enfant, jamais un nom (FIL-01 à FIL-06)",
      "quinze colonnes, le point décimal, la date du calendrier",
      "une famille qui n’y veut pas paraître n’y est pas (FIL-02)",
      "ni point-virgule ni guillemet ne passe dans une valeur (FIL-04)",
      "ce qui manque se liste par enfant sans empêcher sa ligne (FIL-05)",
      "le taux d’effort tient en trois décimales ; inconnu, il reste vide et se liste (PF-02)",
      "des heures qui surprennent : aucune réalisée, ou au-delà du simple au double",
      "un tarif que le barème ne donne pas à la famille est à vérifier, avec sa raison ; l’arrondi des mois n’en est pas un (PF-01 à PF-03)",
      "un premier jour après le dernier se dit",
      "Filoué fait les totaux d’AFAS à un millième près, familles absentes du fichier comprises (AFS-05)",
      "les identifiants de la crèche (FIL-03)"
    ],
    "regles": []
  },
  {
    "fichier": "src/modules/activite-psu/rules/occupation.ts",
    "entete": "Occupation et coûts d'une crèche (OCC-01 à OCC-06, IND-03, IND-21, IND-25).\n\nCe que dit le texte : rien d'impératif ; ce sont les formules des Caf et des gestionnaires (à confirmer), et leurs repères nationaux.\nComment il est lu ici : des minutes entières au numérateur et au dénominateur ; un territoire se calcule par la somme des numérateurs\nsur la somme des dénominateurs, jamais par une moyenne de taux.\nNon traité : la variante « réelle » de la capacité, qui retire les places gelées.",
    "essais": [
      "Occupation, coûts et reste à charge (OCC-01 à OCC-06)",
      "60 places, 225 jours de 11 heures (V-PSU-03)",
      "le taux de facturation est le rapport des deux occupations (OCC-04)",
      "le reste à charge de V-PSU-03, par place",
      "rien d’ouvert, rien de facturé ou rien de saisi : aucun chiffre",
      "la participation moyenne par heure facturée, en centimes (IND-21)"
    ],
    "regles": []
  },
  {
    "fichier": "src/modules/activite-psu/rules/prevision-mensuelle.ts",
    "entete": "Les heures facturées d'une année face au prévisionnel, mois par mois et cumulées (AFS-04).\n\nCe que dit le texte : rien ; la Caf reçoit un prévisionnel annuel, et l'on s'en écarte tout au long de l'année.\nComment il est lu ici : les mois prévus sont ceux qu'on a saisis ; à défaut, l'année prévue se répartit selon les heures que la crèche\nouvre chaque mois (hypothèse, dite sur la page). Un mois ne se compare que fini : celui qui court dirait toujours un retard. Le cumul\ns'arrête au premier mois fini qui n'a pas été compté.\nNon traité : les heures réalisées, que le prévisionnel ne donne qu'à l'année.",
    "essais": [
      "les heures facturées face au prévisionnel (AFS-04)",
      "compare les mois finis aux mois saisis, et cumule : 126 000 minutes contre 120 000 font 5 % d’écart",
      "le mois qui court n’est pas un retard : il ne se compare pas, ni ceux qui viennent",
      "le dernier jour du mois ne le finit pas, le lendemain si",
      "sans mois saisis, l’année prévue se répartit selon les heures ouvertes",
      "un mois fini jamais compté arrête le cumul, sans l’inventer",
      "sans prévisionnel, ou sans aucune heure ouverte pour le répartir, rien ne se dit",
      "un prévisionnel nul ne se divise pas"
    ],
    "regles": []
  },
  {
    "fichier": "src/modules/activite-psu/rules/prix-plafond.ts",
    "entete": "Le prix plafond horaire de la prestation de service unique, selon le taux de facturation (PSU-02 à PSU-05).\n\nCe que dit le texte : jusqu'au 31 décembre 2024, trois paliers (107 et 117 %) ; depuis le 1er janvier 2025, le prix le plus haut\njusqu'à 107 %, le plus bas à partir de 120 %, une droite continue entre les deux. Deux niveaux de service : couches et repas, ou non.\nLe prix le plus bas est gelé jusqu'en 2027 : un barème qui s'en écarte de la première année saisie est signalé, et sert quand même.\nComment il est lu ici : en fractions exactes, P(T) = Pmax − (Pmax − Pmin) × (T − 107) / 13 ; rien n'est arrondi avant le montant.\nNon traité : les montants eux-mêmes, qui se saisissent depuis l'annexe de l'année ; Marelle n'en invente aucun.",
    "essais": [],
    "regles": []
  },
  {
    "fichier": "src/modules/activite-psu/rules/projection.ts",
    "entete": "La projection au 31 décembre et son écart au prévisionnel (AFS-04).\n\nCe que dit le texte : rien ; la Caf demande un prévisionnel, puis des actualisations. La méthode est celle du référentiel (hypothèse).\nComment il est lu ici : ce qui est fait, plus, pour chaque mois restant, les heures des contrats en cours multipliées par le rapport\nobservé le même mois de l'année précédente (heures facturées et réalisées sur heures contractées) ; à défaut, et quand ce mois-là n'a\npas de pointage, le rapport observé depuis janvier. Les participations suivent les heures facturées. Un écart de plus de 5 % au prévisionnel est signalé.\nNon traité : les contrats qui ne sont pas encore signés.",
    "essais": [
      "La projection au 31 décembre prolonge ce qui est observé sur les contrats qui restent (AFS-04)",
      "à défaut d’année précédente, le rapport observé depuis janvier",
      "sinon le rapport du même mois, un an plus tôt",
      "un mois de l’an dernier sans pointage ne dit pas la saison : le rapport observé depuis janvier",
      "rien d’observé, rien de prolongé",
      "%i pour 100 prévus : signalé au-delà de 5 %%, %s",
      "sans prévisionnel, aucun écart"
    ],
    "regles": []
  },
  {
    "fichier": "src/modules/activite-psu/rules/psu.ts",
    "entete": "La prestation de service unique d'une crèche pour une année (PSU-01, PSU-06 à PSU-11).\n\nCe que dit le texte : la Caf prend en charge 66 % du prix de revient horaire, dans la limite du prix plafond, sur les actes, et en\ndéduit les participations des familles. Le taux de facturation, heures facturées sur heures réalisées, choisit le prix plafond.\nComment il est lu ici : les actes sont les heures facturées (PSU-06 et PSU-07, à confirmer) ; la prestation ne descend pas sous zéro ;\nles heures hors présence saisies (PSU-09) s'y ajoutent ensuite, au même prix : elles ne changent ni le prix de revient, ni ce que les\nparticipations retirent. Sans heure réalisée, le taux est indéfini : aucun calcul. Des heures toutes saisies comme exceptionnelles\nannulent la subvention (PSU-10) : refus.\nNon traité : la pondération du régime général, les bornes d'âge, les sanctions des Caf (PSU-11).",
    "essais": [
      "Le prix plafond descend d’une droite entre 107 et 120 % depuis 2025 (PSU-03, PSU-04)",
      "T = %s (V-PSU-01, V-PSU-02)",
      "sans couches ni repas, l’autre niveau de service",
      "Le prix plafond le plus bas est gelé jusqu’en 2027 (PSU-05)",
      "égal à celui de la première année, ou sans année pour comparer : rien à dire",
      "changé : les deux prix se disent, avec leur année et leur niveau de service",
      "en %i, gelé depuis %s",
      "Jusqu’au 31 décembre 2024, trois paliers (PSU-02)",
      "T = %i en %i",
      "La prestation prend en charge 66 % du prix de revient plafonné et déduit les participations (PSU-06)",
      "une crèche de 60 places à 110 % (V-PSU-03)",
      "un prix de revient sous le plafond se paie tel quel (V-PSU-04)",
      "au-delà de 120 %, le prix le plus bas (V-PSU-05)",
      "plus de participations, d’autant moins de prestation : la recette ne bouge pas (PSU-08, V-PSU-06)",
      "la prestation ne descend pas sous zéro",
      "les heures hors présence s’ajoutent au même prix, sans changer le prix de revient ni fondre dans les participations (PSU-06, PSU-09)",
      "sans aucune heure réalisée, le taux est indéfini et rien ne se divise (V-PSU-07)",
      "moins facturé que réalisé : une alerte, et le prix le plus haut (V-PSU-08)",
      "un barème ou des charges absents se disent, rien ne s’invente",
      "toutes les heures saisies comme exceptionnelles : refus (PSU-10)"
    ],
    "regles": []
  },
  {
    "fichier": "src/modules/activite-psu/rules/scenarios.ts",
    "entete": "Ce que rapporterait un autre taux de facturation (IND-04, PSU-12) : deux lectures côte à côte, jamais une seule.\n\nCe que dit le texte : rien ; c'est une aide à la décision. Le taux peut revenir au seuil de deux façons qui n'ont pas le même effet.\nComment il est lu ici : (a) à heures facturées constantes, des enfants viennent davantage : le prix plafond monte, tout est gain ;\n(b) à heures réalisées constantes, on raccourcit les contrats : le prix monte mais les heures payées baissent, la recette bouge à\npeine et peut baisser ; (c) on accueille N heures occasionnelles de plus, réalisées et facturées. Les charges ne changent pas ; les\nparticipations suivent les heures facturées. La recette est PSU + participations (PSU-08).\nNon traité : le coût d'heures d'accueil de plus, si elles demandent du personnel.",
    "essais": [
      "Ramener le taux de facturation à 107 n’a pas le même effet selon le chemin (IND-04, PSU-12)",
      "à heures facturées constantes, la présence monte et tout est gain (V-PSU-09)",
      "à heures réalisées constantes, raccourcir les contrats fait perdre (V-PSU-10)",
      "des heures occasionnelles de plus améliorent le résultat",
      "sous le seuil, rien à ramener ; sans heures à offrir, pas de troisième lecture",
      "sans barème, aucun scénario"
    ],
    "regles": []
  },
  {
    "fichier": "src/modules/activite-psu/rules/territoire.ts",
    "entete": "Plusieurs crèches à la fois : un territoire, un département.\n\nCe que dit le texte : rien ; c'est la règle du référentiel (section 9).\nComment il est lu ici : la somme des numérateurs sur la somme des dénominateurs, jamais une moyenne de taux ; un montant par place ne\ncompte que les crèches dont le montant est connu, au numérateur comme au dénominateur, et dit combien manquent.\nNon traité : la comparaison entre territoires de tailles différentes.",
    "essais": [],
    "regles": []
  },
  {
    "fichier": "src/modules/agents/rules/hierarchie.ts",
    "entete": "Le supérieur d'un agent un jour donné.\n\nUsage administratif, lu ici : chaque poste désigne le poste dont il dépend ; le supérieur est qui tient ce poste ce jour,\ntitulaire d'abord, sinon intérimaire ou remplaçant. Poste vacant : on remonte au suivant. On n'est pas son propre\nsupérieur : qui assure l'intérim du poste au-dessus du sien relève du poste suivant.\nNon traité : le supérieur fonctionnel distinct du hiérarchique.",
    "essais": [
      "le supérieur est qui tient ce jour le poste dont dépend le sien",
      "poste vacant : on remonte au suivant, et on le dit",
      "le remplaçant d’un titulaire absent passe devant lui ; sans remplaçant, le titulaire absent reste le supérieur",
      "on n’est pas son propre supérieur en assurant l’intérim du poste au-dessus",
      "en haut de la hiérarchie il n’y a pas de supérieur, et une boucle ne fait pas tourner sans fin"
    ],
    "regles": []
  },
  {
    "fichier": "src/modules/alertes/rules/destinataires.ts",
    "entete": "À qui va une échéance qui ne nomme personne.\n\nPratique, lue ici : ce qu'une équipe évalue va à chacun de ses évaluateurs (`data/dues.server.ts`). Pour le reste, et si l'équipe est\nvide, celui dont l'acte est attendu tient un poste de ce profil dans l'unité, ou dans une unité qui la contient ; si personne ne le\ntient, le profil suivant, jusqu'au responsable du pôle ; pour une crèche, sa direction, son responsable de territoire, puis le directeur. Ce qu'on attend d'un autre (juge, parquet) va à qui\npeut le relancer : l'inspecteur. Aucun texte ne le dit. Non traité : un intérim donné hors des postes.",
    "essais": [],
    "regles": []
  },
  {
    "fichier": "src/modules/alertes/rules/escalade.ts",
    "entete": "Quand un retard est porté au supérieur, et auquel.\n\nPratique locale, réglée par paramètre : au bout d'un nombre de jours de retard qui dépend de la gravité, le supérieur de qui tient\nl'échéance est prévenu ; encore autant de jours plus tard, celui du dessus. Une fois par échéance et par niveau, un niveau par\ntour. Un supérieur absent ce jour ne compte pas : on monte au suivant. Une échéance d'information ne remonte jamais.",
    "essais": [
      "un retard est porté au supérieur au jour réglé pour sa gravité, pas la veille",
      "il monte d’un niveau au bout du même délai, une fois par niveau, sans dépasser le dernier",
      "le premier niveau est le supérieur, le deuxième le sien",
      "un supérieur absent ne compte pas : on monte au suivant",
      "une hiérarchie qui tourne en rond, ou un agent sans poste, ne mène à personne"
    ],
    "regles": []
  },
  {
    "fichier": "src/modules/alertes/rules/jours.ts",
    "entete": "Les jours où le résumé du matin est envoyé, et celui où l'est la semaine : le premier de ces jours de chaque semaine, le lundi\nle plus souvent, le mardi après un lundi férié. Pratique locale : le paramètre `alertes.jours` la dit.",
    "essais": [
      "le résumé du matin suit les jours retenus, sauf fériés ; « tous les jours » n’en saute aucun",
      "la semaine se dit le lundi ; le mardi quand le lundi est férié ; jamais deux fois"
    ],
    "regles": []
  },
  {
    "fichier": "src/modules/alertes/rules/resume.ts",
    "entete": "Le texte des courriels. Rien n'y entre qu'un libellé de règle, un jour d'échéance, des initiales et un lien : un courriel\ntraverse des serveurs et des écrans que le département ne tient pas. Un dossier restreint n'a ni initiales ni lien.",
    "essais": [
      "le résumé du matin dit en objet ses nombres, et chaque échéance par son acte, ses initiales, son jour et son lien",
      "au-delà de vingt, le reste est compté et renvoie à Marelle",
      "un dossier restreint n’a ni initiales ni lien",
      "une escalade dit à chacun ce qui le concerne, dans le même message s’il est des deux côtés",
      "la semaine compte par nature, et montre les plus anciens retards"
    ],
    "regles": []
  },
  {
    "fichier": "src/modules/audiences/rules/audience-du-juge.ts",
    "entete": "Avant l'audience du juge des enfants : la convocation (AUD-001), le dossier au greffe (AUD-002), l'avocat d'office (AUD-004), celui que\nle département peut demander pour l'enfant (AUD-006) ; au pénal, les délais entre convocation, culpabilité et sanction (AUD-012).\n\nCe que dit le texte : parents, tuteur, gardien et mineur sont convoqués huit jours au moins avant l'audience (CPC 1188) ; le dossier se\nconsulte au greffe jusqu'à la veille (1187) ; l'avocat demandé est désigné sous huit jours (1186) ; le président du conseil départemental peut demander\nau juge un avocat pour l'enfant capable de discernement, un administrateur ad hoc pour celui qui ne l'est pas (C. civ. 375-1). Le mineur poursuivi est jugé sur\nsa culpabilité de dix jours à trois mois après sa convocation (CJPM L423-8), sur la sanction de six à neuf mois après (L521-9).\nComment il est lu ici : ce qui se compte à rebours de l'audience n'est pas reporté ; passé l'audience, il n'a plus d'objet. Les\ndélais de l'avocat et du pénal se comptent comme tout délai de procédure (CPC 641, 642). Demander un avocat est une faculté, sans délai\ndans le texte : elle se rappelle jusqu'à la veille, et un avocat déjà demandé ou désigné avant l'audience y suffit.\nNon traité : le minimum de dix jours et celui de six mois, qui n'obligent pas le département ; l'accompagnement du mineur au greffe\n(AUD-003) et l'entretien individuel (AUD-005), sans délai ni fait qui les inscrive ; l'avis écrit du parquet (AUD-010), dû quinze jours\naprès une fin d'instruction qu'aucun fait ne dit ; les décisions modifiables à tout moment (AUD-011), qui ne font rien devoir ; le\ndiscernement de l'enfant et la demande d'un administrateur ad hoc, qu'aucun fait ne dit.",
    "essais": [
      "La convocation arrive huit jours au moins avant l’audience (CPC 1188)",
      "audience le 15 juin, vue le %s : %s",
      "reçue le %s : %s",
      "une convocation va à l’audience qu’elle nomme, à défaut à la prochaine",
      "devant une autre autorité, ce délai n’est pas dit",
      "le dossier se consulte jusqu’à la veille, puis n’a plus d’objet (CPC 1187)",
      "Un avocat peut être demandé pour l’enfant jusqu’à l’audience (C. civ. 375-1, al. 4)",
      "audience le 15 juin, vue le %s : %s",
      "demandé le %s : %s",
      "déjà désigné, un avocat suffit ; pour une autre mesure, non",
      "devant une autre autorité, ou renvoyée, elle n’est pas rappelée",
      "l’avocat demandé est désigné sous huit jours, reportés au jour ouvrable (CPC 1186, 642)",
      "Au pénal, la culpabilité sous trois mois, la sanction sous neuf (CJPM L423-8, L521-9)",
      "de la convocation à la culpabilité, fin de mois comprise",
      "de la culpabilité à la sanction",
      "la convocation du juge des enfants n’y fait rien"
    ],
    "regles": [
      "AUD-001",
      "AUD-002",
      "AUD-004",
      "AUD-006",
      "AUD-012"
    ]
  },
  {
    "fichier": "src/modules/audiences/rules/audience-suivie.ts",
    "entete": "Les audiences d'un enfant, de la plus ancienne à la plus récente, chacune avec sa convocation.\n\nComment c'est lu ici : une convocation qui nomme le jour de l'audience lui revient ; sans jour, elle va à la prochaine audience\ndevant la même autorité. Une audience passée est close, qu'elle se soit tenue ou non.\nNon traité : une audience renvoyée à une date inconnue.",
    "essais": [],
    "regles": []
  },
  {
    "fichier": "src/modules/audiences/rules/decision-rendue.ts",
    "entete": "Après la décision du juge : la notification (AUD-007), le délai d'appel (AUD-008), l'arrêt sur un placement provisoire (AUD-009).\n\nCe que dit le texte : la décision est notifiée sous huit jours (CPC 1190) ; l'appel se forme dans les quinze jours de la notification\n(1191) ; la cour statue sous trois mois de l'appel d'un placement provisoire (1193).\nComment il est lu ici : ces délais se comptent comme tout délai de procédure, reportés au premier jour ouvrable (CPC 641, 642). Une\ndécision reçue par le département lui est notifiée ce jour-là, si rien d'autre n'est inscrit. Le délai d'appel est une information :\nil s'éteint le jour où il est passé. La notification d'une décision déjà exécutée, ou qu'une autre a remplacée, n'est plus attendue. L'appel d'une\nmesure provisoire se reconnaît à sa mesure, à défaut à ce qu'on en dit.\nNon traité : le point de départ de l'appel du ministère public ; le pourvoi (1196).",
    "essais": [
      "La décision est notifiée sous huit jours (CPC 1190)",
      "le huitième jour, un samedi, reporté au lundi : vue le %s, %s",
      "notifiée ou reçue, c’est fait ; remplacée, sans objet",
      "la mesure commencée, la décision est connue : sans objet",
      "une décision du président ou du parquet n’est pas de cette règle",
      "L’appel se forme dans les quinze jours de la notification (CPC 1191)",
      "vue le %s : %s",
      "un terme non ouvrable est reporté (CPC 642)",
      "sans notification inscrite, la réception en tient lieu",
      "l’appel formé, c’est fait",
      "La cour statue sous trois mois de l’appel d’un placement provisoire (CPC 1193)",
      "au même quantième, à défaut le dernier jour du mois, reporté",
      "l’arrêt la satisfait",
      "l’appel d’une décision au fond n’a pas ce délai"
    ],
    "regles": [
      "AUD-007",
      "AUD-008",
      "AUD-009"
    ]
  },
  {
    "fichier": "src/modules/audiences/rules/periode.ts",
    "entete": "Le référentiel n'a pas relevé la date d'effet de ces textes.",
    "essais": [],
    "regles": []
  },
  {
    "fichier": "src/modules/audiences/rules/preparation.ts",
    "entete": "Préparer une audience, jalon par jalon (référentiel §7, préparation type ; AUD-013).\n\nCe que dit la règle : aucun texte. L'usage prépare l'audience à rebours, selon l'autorité : bilan et synthèse, rencontre, rédaction,\nenvoi, présence arrêtée ; puis la décision reçue s'inscrit.\nComment elle est lue ici : chaque jalon tombe le nombre de jours avant l'audience que le département a réglé. Ce qui précède le jour\noù l'on a su l'audience n'est pas demandé. Bilan, rencontre et présence s'inscrivent un à un, pour l'audience de la même autorité\nqui suit (PRE-001, AUD-013) ; l'envoi du rapport, des conclusions ou des pièces satisfait aussi leur rédaction (PRE-003). L'audience\npassée éteint ce qui reste. Une décision est attendue huit jours après l'audience du juge. Rien de cela n'est jamais critique.\nNon traité : une préparation propre à un tribunal ; deux audiences préparées à la fois devant la même autorité.",
    "essais": [
      "Une audience se prépare à rebours, jalon par jalon (usage)",
      "90, 60, 45 et 30 jours avant, devant le juge des enfants",
      "le département règle chaque jalon",
      "chaque autorité a sa préparation",
      "ce qui précède le jour où l’on a su l’audience n’est pas demandé",
      "le bilan inscrit le %s : %s ; la rencontre reste due",
      "un jalon vaut pour l’audience qui le suit, devant la même autorité",
      "l’envoi satisfait la rédaction et lui-même ; l’audience passée éteint le reste",
      "la présence s’arrête huit jours avant (AUD-013, usage)",
      "La décision rendue à l’audience s’inscrit dans les huit jours (CPC 1190, usage)",
      "de l’audience tenue à la décision",
      "une audience renvoyée n’en appelle pas, une audience suivante l’éteint",
      "Les règles des audiences",
      "ne cassent sur aucun fait, s’expliquent toujours et ne doivent pas deux fois la même chose",
      "n’alertent jamais : elles informent"
    ],
    "regles": [
      "PRE-001",
      "PRE-003",
      "AUD-013",
      "PRE-002"
    ]
  },
  {
    "fichier": "src/modules/autonomie/rules/entretien.ts",
    "entete": "L'entretien des dix-sept ans (JM-001, JM-002), le projet d'accès à l'autonomie (JM-005), le pécule (JM-021, JM-022).\n\nCe que dit le texte (CASF L222-5-1, depuis le 9 février 2022) : tout mineur accueilli par le service (L222-5, 1° à 3°) a un entretien au\nplus tard un an avant sa majorité ; pris en charge après dix-sept ans, dans les meilleurs délais. Le projet d'accès à l'autonomie,\nconstruit avec lui, entre dans son projet. L'allocation de rentrée de l'enfant confié par le juge, gardée par la Caisse des dépôts, lui est\nremise à sa majorité (CSS L543-3, lu en partie).\nComment il est lu ici : dû le jour des dix-sept ans, une fois ; « dans les meilleurs délais » et le délai du projet sont réglés par le\ndépartement ; sans entretien, le projet se compte du jour où il était dû. L'accueil en cours le 9 février 2022 compte de ce jour ; qui avait\ndéjà dix-sept ans ce jour-là ne l'a pas. L'information sur le pécule se donne à l'entretien (pratique), à l'enfant confié par le juge. La fin\nde l'accueil, ou la majorité, éteint ce qui n'a pas été fait.\nNon traité : l'entretien que l'on renouvelle ; la proposition systématique du contrat d'engagement jeune (JM-006), sans délai propre\nni fait qui l'inscrive ; la personne de confiance (JM-003), l'aide au titre de séjour (JM-004).",
    "essais": [
      "L’entretien se tient au plus tard un an avant la majorité (CASF L222-5-1)",
      "né le 22 novembre 2009, vu le %s : %s",
      "tenu le jour des dix-sept ans, il est à temps ; le lendemain, non",
      "né un 29 février, il a dix-sept ans le 28 d’une année commune",
      "accueilli par le service, à tout titre ; pas s’il est confié à un tiers ou suivi à domicile",
      "la fin de l’accueil l’éteint ; sans date de naissance, rien ne s’en déduit (TPS-08)",
      "pour qui a dix-sept ans depuis le 9 février 2022 : né le %s, %i",
      "Pris en charge après dix-sept ans, dans les meilleurs délais (CASF L222-5-1)",
      "le jour des dix-sept ans est encore avant ; le lendemain, après",
      "depuis le 9 février 2022 : accueilli le %s, %i",
      "Le projet d’accès à l’autonomie suit l’entretien (CASF L222-5-1 ; délai local)",
      "de l’entretien tenu, à défaut du jour où il était dû",
      "Le jeune confié par le juge est informé de son pécule à l’entretien (JM-022, pratique ; CSS L543-3)",
      "le jour de l’entretien ; l’accueil provisoire n’y ouvre pas",
      "aucun fait, si contradictoire soit-il, ne casse ces règles"
    ],
    "regles": [
      "JM-001",
      "JM-002",
      "JM-005",
      "JM-022"
    ]
  },
  {
    "fichier": "src/modules/autonomie/rules/jeune-majeur.ts",
    "entete": "Le jeune majeur : répondre à sa demande (JM-010), prévenir une sortie sans solution (JM-023), l'entretien six mois après (JM-020).\n\nCe que dit le texte : le jeune de moins de vingt et un ans sans ressources ou soutien familial suffisants, confié à l'aide sociale à\nl'enfance avant sa majorité, a droit à une prise en charge, y compris s'il revient (CASF L222-5, 5°) ; un entretien se tient six mois\naprès sa sortie (L222-5-2-1). Les deux, depuis le 9 février 2022.\nComment il est lu ici : la demande reçoit sa réponse sous un délai du département, même posée avant dix-huit ans ; une décision\nd'accompagnement y répond. Six mois de date à date depuis la sortie : celle qu'on inscrit, sinon la fin du dernier accueil ou\naccompagnement à la majorité ou après ; il s'éteint si le jeune est accompagné de nouveau avant, ou passé vingt et un ans. L'alerte de sortie s'ouvre quatre-vingt-dix\njours (réglage) avant les dix-huit ans d'un jeune confié, ou la fin de son accompagnement, et se lève par une décision, ou quand\nhébergement et ressources sont assurés.\nNon traité : l'accompagnement au-delà de vingt et un ans pour finir l'année scolaire (JM-014), le jeune sous obligation de quitter le\nterritoire (JM-011, à confirmer), les ressources et le soutien, qui s'apprécient ; les six besoins (JM-012) et la concertation\n(JM-013), qui sont dans la décision ; la priorité au logement social (JM-015), qui ne fait rien devoir à une date.",
    "essais": [
      "Le jeune majeur confié avant sa majorité a droit à une prise en charge (CASF L222-5, 5°)",
      "sa demande reçoit sa réponse sous le délai du département",
      "jamais confié avant sa majorité, il n’y a pas droit à ce titre",
      "jusqu’à la veille de ses vingt et un ans",
      "depuis le 9 février 2022 : demande du %s, %i",
      "Une sortie sans solution s’alerte quatre-vingt-dix jours avant (JM-023, pratique)",
      "majeur le 15 janvier 2026, vu le %s",
      "un accompagnement décidé, ou hébergement et ressources assurés, la lève ; la sortie inscrite l’éteint",
      "la fin de l’accompagnement s’alerte aussi, tant qu’il n’est pas renouvelé",
      "rentré chez lui avant, il n’en a pas",
      "Un entretien se tient six mois après la sortie (CASF L222-5-2-1)",
      "de la sortie inscrite, de date à date",
      "à défaut, de la majorité, ou de la fin de l’accompagnement",
      "accompagné de nouveau avant ce terme, elle s’éteint ; sorti mineur, rien",
      "passé vingt et un ans, elle s’éteint",
      "depuis le 9 février 2022 : sorti le %s, %i"
    ],
    "regles": [
      "JM-010",
      "JM-020",
      "JM-023"
    ]
  },
  {
    "fichier": "src/modules/budget-eaje/rules/atterrissage.ts",
    "entete": "Où une ligne budgétaire finira l'année (DEP-02).\n\nCe que dit le référentiel : taux d'engagement = engagé / budget ; taux de réalisation = mandaté / budget ;\natterrissage = mandaté + engagé non mandaté + rythme moyen × jours restants ; alerte au-delà de 105 % ou sous 80 % du budget.\nComment il est lu ici : le rythme moyen est celui des engagements qui se répètent, par jour écoulé de la ligne ; un engagement pris pour\ntout l'exercice (un marché de ménage) n'y compte pas, sans quoi il serait compté deux fois. L'engagé non mandaté se compte engagement par\nengagement : un mandatement plus fort que son engagement n'éteint pas le reste d'un autre. Rien n'est arrondi avant le total.\nAu début de la ligne le rythme ne veut rien dire : jusqu'au nombre de jours que fixe le département, l'atterrissage est ce qui est déjà\nengagé. L'exercice fini, il n'y a plus rien à projeter : une ligne ouverte trop tard pour avoir un rythme se juge sur ce qui est engagé.\nUn budget nul n'a pas de taux ; y dépenser est un dépassement.\nNon traité : la saison (les achats de rentrée) et les engagements qu'on sait à venir.",
    "essais": [
      "l’atterrissage d’une ligne (DEP-02)",
      "mandaté + engagé non mandaté + rythme moyen × jours restants, pas à pas",
      "un engagement de tout l’exercice ne se compte pas deux fois",
      "engagé de %d centimes sur 10 000 € : %s",
      "exactement 105 % ou 80 % n’alertent pas",
      "avant soixante jours le rythme n’alerte pas : le %s, %s",
      "avant soixante jours, l’atterrissage est ce qui est engagé, et le calcul dit pourquoi",
      "une ligne ouverte trop tard pour un rythme se juge une fois l’exercice fini",
      "mais ce qui est déjà engagé au-delà du budget alerte dès le premier jour",
      "un budget nul n’a pas de taux ; y dépenser est un dépassement",
      "avant la ligne et après l’exercice, rien n’est projeté",
      "une ligne ouverte en cours d’année compte ses jours depuis son ouverture",
      "une année bissextile a 366 jours",
      "n’atterrit jamais sous ce qui est déjà dépensé ou engagé",
      "les sommes d’une crèche sont celles de ses lignes"
    ],
    "regles": []
  },
  {
    "fichier": "src/modules/budget-eaje/rules/comparaison.ts",
    "entete": "Ce que dépense une crèche par place et par heure réalisée, et son écart à la médiane de ses pairs (DEP-03).\n\nCe que dit le référentiel : dépense par place, par heure réalisée ; écart à la médiane des crèches de même catégorie, jamais à la moyenne.\nComment il est lu ici : la dépense est ce qui est mandaté sur les lignes suivies, non toutes les charges de la crèche. Les pairs sont les\ncrèches de même catégorie que l'on voit ; sous trois, la médiane ne dit rien. Sans place ou sans heure, pas de ratio.\nNon traité : l'amplitude d'ouverture et le public, que le tableau des crèches compare.",
    "essais": [
      "dépense par place et par heure réalisée, face à la médiane (DEP-03)",
      "la médiane, pas la moyenne : une crèche hors norme ne déplace pas les autres",
      "seulement entre crèches de même catégorie, et à trois au moins",
      "sans place ou sans heure, pas de ratio, et les pairs n’en tiennent pas compte",
      "une médiane nulle ne divise rien",
      "la médiane de %o est %s"
    ],
    "regles": []
  },
  {
    "fichier": "src/modules/budget-eaje/rules/depense.ts",
    "entete": "Ce qu'on oppose à une dépense avant de l'inscrire : le disponible de la ligne, ce que l'engagement laisse à mandater (DEP-02).\n\nComment il est lu ici : dépasser avertit et demande son motif, sans jamais empêcher ; c'est une pratique. Ce qui est inscrit garde le\nmotif. L'exercice clos, lui, ne reçoit plus rien (`exercice.ts`).\nNon traité : la fongibilité des lignes d'un même chapitre.",
    "essais": [
      "engager au-delà du disponible (DEP-02, pratique)",
      "%d centimes quand il en reste 10 000 : %s",
      "avertit en disant de combien, demande le motif, et n’empêche pas",
      "un mandatement plus fort que son engagement se remarque",
      "un exercice clos ne reçoit plus rien",
      "2025, vu le %s avec trente et un jours complémentaires : clos, %s",
      "et dit pourquoi, et où inscrire la dépense",
      "compte ses jours, bornes comprises"
    ],
    "regles": []
  },
  {
    "fichier": "src/modules/budget-eaje/rules/exercice.ts",
    "entete": "Ce que dure un exercice, et quand il ne reçoit plus rien (DEP-02).\n\nComment il est lu ici : l'exercice est l'année civile. Une dépense se rattache à l'exercice de sa date ; on l'inscrit encore quelques\njours après le 31 décembre, le temps de la journée complémentaire, dont le département fixe la durée. Ensuite l'exercice est clos.\nNon traité : les restes à réaliser et les rattachements de charges, qui se reprennent sur l'exercice suivant.",
    "essais": [],
    "regles": []
  },
  {
    "fichier": "src/modules/budget-eaje/rules/obligations-ligne.ts",
    "entete": "Une ligne qui dépassera son budget, ou qui ne le consommera pas, s'arbitre (DEP-02).\n\nCe que dit le référentiel : alerte si l'atterrissage dépasse 105 % du budget, ou reste sous 80 %.\nComment il est lu ici : l'arbitrage est dû depuis le jour où l'atterrissage a passé le seuil, pour un délai que fixe le département. Entre\ndeux écritures le rythme baisse de lui-même : on ne passe le seuil vers le haut qu'un jour d'écriture, ou le jour où le rythme commence à\nse lire ; on passe sous le seuil bas un jour quelconque, et une dépense en relève. Revenue d'elle-même entre les seuils, la ligne ne doit\nplus rien ; arbitrée, elle ne doit rien de nouveau tant qu'elle n'y est pas revenue. L'exercice fini, il n'est plus temps d'arbitrer.\nNon traité : la saison ; une ligne qui s'achète d'un coup en fin d'année est due dès que le rythme se lit, et s'assume.",
    "essais": [
      "Une ligne qui dépassera son budget s’arbitre (DEP-02)",
      "vue le %s : %o",
      "le rythme baisse de lui-même : redescendue sous le seuil, elle ne doit plus rien",
      "avant soixante jours le rythme ne dit rien ; le soixantième, si",
      "arbitrée sans changer le budget, elle est faite et ne renaît pas ; arbitrée tard, en retard",
      "le budget changé, le passé garde le sien ; une nouvelle dérive est une nouvelle échéance",
      "sous-consommée",
      "vue le %s : %o",
      "une dépense l’en relève ; le rythme qui baisse encore la fait due une autre fois",
      "assumée ou son budget baissé, elle est faite et ne renaît pas",
      "un seuil bas à zéro n’en fait jamais devoir",
      "l’exercice fini, il n’est plus temps",
      "suit les seuils et le délai que règle le département",
      "un engagement de tout l’exercice ne fait rien prévoir de plus",
      "aucun fait, si contradictoire soit-il, ne casse ces règles"
    ],
    "regles": [
      "DEP-02"
    ]
  },
  {
    "fichier": "src/modules/budget-eaje/rules/obligations-service.ts",
    "entete": "Le service fait d'un prestataire, à attester chaque mois (PRS-01).\n\nCe que dit le référentiel : le bon de service fait est obligatoire pour le ménage externalisé ; les heures d'intérim se rapprochent.\nComment il est lu ici : une ligne de ménage fait devoir une attestation par mois fini, même si personne n'a rien inscrit ; une ligne\nd'intérim, une par commande. Le délai, après le dernier jour du mois, est celui que le département se donne.\nNon traité : les prestations qui ne sont pas mensuelles.",
    "essais": [
      "Le service fait d’un mois s’atteste dans le délai du département (PRS-01)",
      "octobre, vu le %s : %o",
      "suit le délai que règle le département",
      "attesté, il est fait ; en retard, il le reste ; inscrit sans être attesté, il est dû",
      "un mois que personne n’a inscrit est dû comme les autres, février bissextile compris",
      "l’intérim se doit par commande, et les autres lignes ne doivent rien",
      "aucun fait, si contradictoire soit-il, ne casse ces règles"
    ],
    "regles": [
      "PRS-01"
    ]
  },
  {
    "fichier": "src/modules/budget-eaje/rules/reglages.ts",
    "entete": "Ce que le département règle pour les lignes de ses crèches : seuils, délais, journée complémentaire. Pratiques, jamais des textes.",
    "essais": [],
    "regles": []
  },
  {
    "fichier": "src/modules/budget-eaje/rules/service-fait.ts",
    "entete": "Ce qu'un prestataire devait un mois et ce qu'il a fait : ménage et intérim (PRS-01).\n\nCe que dit le référentiel : ménage, prestations dues, faites, conformes ; pénalité proposée sous 95 % ; bon de service fait obligatoire.\nIntérim : heures commandées, réalisées, facturées ; écart de qualification.\nComment il est lu ici : le taux est celui des prestations conformes sur les prestations dues. La pénalité proposée est la part du prix du\nmois qui n'a pas été rendue conforme ; le barème du marché, s'il en a un, prévaut. Des heures facturées au-delà des réalisées se contestent.\nNon traité : la mise en demeure du prestataire et l'application de la pénalité, qui sont à la commande publique.",
    "essais": [
      "la pénalité de ménage (PRS-01)",
      "%d prestations conformes sur 100, à 2 400 € le mois : %s",
      "sans prix du mois, elle se signale sans se chiffrer ; rien de dû, rien à diviser",
      "les heures d’intérim facturées au-delà des réalisées se contestent (PRS-01)",
      "une durée se rouvre en deux décimales, et réenregistrée reste la même, à la minute"
    ],
    "regles": []
  },
  {
    "fichier": "src/modules/budget-eaje/rules/territoire.ts",
    "entete": "Le budget d'un territoire, une ligne par crèche et par nature (DEP-02).\n\nComment il est lu ici : plusieurs lignes de même nature dans une crèche s'ajoutent, chacune atterrissant à son rythme ; l'alerte du groupe\nest la plus grave des leurs. Une ligne trop pleine ne se cache pas derrière une autre trop vide.\nNon traité : les virements entre crèches.",
    "essais": [
      "une ligne par crèche et par nature : une trop pleine ne se cache pas derrière une trop vide (DEP-02)"
    ],
    "regles": []
  },
  {
    "fichier": "src/modules/contrats-eaje/rules/accueil.ts",
    "entete": "Ce qui s'oppose à un contrat d'accueil, ou s'y remarque : âge, jours et heures d'ouverture, surnombre (CAP-05).\n\nCe que dit le texte (CSP R2324-27) : les enfants accueillis au même moment ne dépassent pas 115 % de la capacité autorisée. Les crèches\naccueillent des enfants de moins de six ans (CSP L2324-1).\nComment il est lu ici : les contrats réguliers en cours sont comptés quart d'heure par quart d'heure, chaque jour de la semaine, au premier\njour ouvert du contrat et après chaque contrat qui commence ensuite dans l'année. Chaque quart d'heure est jugé pour lui-même : un seul\nau-dessus de la plus large lecture de 115 % refuse ; entre les deux lectures de l'arrondi, on avertit. Une heure hors de l'ouverture avertit ;\nun jour où la crèche n'ouvre jamais, un premier jour de fermeture, un jour sans autorisation sont refusés : personne n'y accueillerait\nl'enfant. Six ans passés avertit : aucun texte lu ne l'interdit en ces mots.\nUne autorisation qui finit ou change pendant le contrat (CAP-03, CAP-05), jusqu'à son dernier jour ou, sans fin prévue, dans l'année : chacune\nest jugée de même à son premier jour, avec les enfants attendus alors, et avertit sans refuser : d'ici là, d'autres contrats peuvent finir.\nUne réservation se compte sur son jour, réservations et absences comprises : au-dessus des places, elle le dit aussi.\nNon traité : les absences, pour un contrat ; le surnombre d'avant septembre 2021.",
    "essais": [
      "Les enfants attendus au même moment ne dépassent pas 115 % des places (CSP R2324-27)",
      "dix places : onze passent, douze avertissent, treize sont refusés",
      "la capacité est celle du quart d’heure : moins de places tôt le mercredi",
      "un contrat qui commence ensuite compte à partir de son premier jour",
      "Chaque quart d’heure est jugé, le jour où l’enfant vient (CSP R2324-27)",
      "dix places à 7 h 30, soixante ensuite : douze enfants tôt avertissent, soixante-dix ensuite refusent, avec ou sans l’heure du matin",
      "la crèche fermée au début : les voisins partis avant qu’elle rouvre ne comptent pas",
      "un jour que le contrat n’atteint pas ne compte pas",
      "Chaque autorisation que le contrat traverse est jugée (CSP R2324-27, CAP-03, CAP-05)",
      "réduite de vingt à dix places : onze enfants passent, douze et treize avertissent, à la date, sans refuser",
      "le contrat finit la veille : rien ; le jour même, s’il y vient : dit",
      "les voisins partis avant la baisse ne comptent pas",
      "deux baisses : chacune se dit ; une hausse suffisante se tait",
      "elle finit sans suite, ou avec un trou : le contrat qui court encore se dit (CAP-03)",
      "sans fin prévue, une autorisation qui finit au-delà de l’année attend ; avec une fin, elle se dit",
      "signé, le contrat se relit de ce jour : la baisse passée se juge aux enfants d’aujourd’hui, le trou passé se tait",
      "Une réservation se compte sur son jour (CSP R2324-27, CAP-05)",
      "dix places : la dixième passe, la onzième est permise, la douzième à confirmer auprès de la PMI, la treizième refusée",
      "un palier modulé averti le matin ne masque pas un dépassement refusé à midi",
      "aucune place, une modulation les ferme toutes : un seul enfant est refusé ; hors de l’ouverture, rien n’est compté",
      "qui part avant ne compte pas",
      "Un contrat se tient dans la vie de l’enfant et l’ouverture de la crèche",
      "commence au plus tôt à la naissance ; six ans passés, il avertit, sous un texte à confirmer (CSP L2324-1)",
      "hors des heures d’ouverture, il avertit ; un jour où elle n’ouvre pas, il est refusé"
    ],
    "regles": []
  },
  {
    "fichier": "src/modules/contrats-eaje/rules/bareme.ts",
    "entete": "Le barème national des participations familiales : taux d'effort, plancher et plafond de ressources, contrôle du plancher (PF-10).\n\nCe que dit le texte (circulaire Cnaf 2019-005) : un taux d'effort horaire selon le nombre d'enfants à charge, appliqué aux ressources\nmensuelles, entre un plancher et un plafond. Les taux ont monté chaque année de septembre 2019 à 2022 ; le plafond a changé en cours\nd'année les 1er septembre 2024 et 2025. Le plancher est le RSA d'une personne seule avec un enfant, forfait logement déduit.\nComment il est lu ici : les taux sont tenus en dix-millièmes de pour cent, les montants en centimes mensuels, chaque version avec sa\nsource et sa confiance. Les constantes sont le passé lu ; ce qui suit se saisit (GEN-01), et l'emporte depuis sa date d'effet jusqu'au\nbarème saisi suivant, au plus jusqu'à la fin de son année. Une année qui n'est pas saisie n'a pas de barème : rien n'est prolongé en\nsilence. Qui attend la publication saisit le barème d'avant, « à confirmer » : les contrats se signent, et l'avertissement les suit.\nNon traité : un barème saisi pour l'accueil familial ; le contrôle du plancher saisi par le RSA (PF-10), qui n'est pas saisi ; les taux de l'accueil familial entre septembre 2019 et 2021, qui n'ont pas été lus.",
    "essais": [
      "Le barème des participations familiales est daté, et rien ne le prolonge en silence (circ. Cnaf 2019-005)",
      "le plancher est le RSA d’un parent seul avec un enfant, forfait logement déduit : RSA %i → %i centimes (PF-10)",
      "le plancher saisi au %s est celui du RSA de la fin de l’année d’avant (PF-10)",
      "une année qui n’est pas saisie n’a pas de tarif, et le dit",
      "sans trou de 2018 à 2026 en accueil collectif",
      "le plafond a changé en cours d’année les 1er septembre 2024 et 2025",
      "un barème saisi l’emporte de sa date d’effet jusqu’au suivant, au plus jusqu’à la fin de son année (GEN-01)"
    ],
    "regles": []
  },
  {
    "fichier": "src/modules/contrats-eaje/rules/mensualite.ts",
    "entete": "Ce que paie la famille chaque mois (PF-08) et comment les heures se décomptent (PF-09).\n\nCe que dit le texte : en accueil régulier, les heures annuelles du contrat divisées par le nombre de mensualités, au tarif horaire.\nS'ajoutent les dépassements ; se déduisent les fermetures de la crèche, l'hospitalisation, l'éviction, la maladie au-delà de la carence\n(liste à confirmer). Le décompte a été à la demi-heure commencée ; des contrats récents comptent à la minute (à confirmer).\nComment il est lu ici : les heures mensuelles s'arrondissent au centième avant d'être multipliées, comme dans le contrat lu ; le\ndépartement peut n'arrondir qu'à la fin, ce qui change parfois un centime. La carence de maladie compte des jours du calendrier, depuis le\npremier jour d'absence. Un dépassement plus court que la franchise ne se compte pas ; plus long, il se compte en entier.\nNon traité : la régularisation de fin de contrat.",
    "essais": [
      "La mensualité lisse les heures du contrat sur l’année (PF-08)",
      "V-PF-11 : 885,50 h en 7 mensualités à 3,47 €",
      "V-PF-11 : arrondir d’abord les heures change le centime",
      "des heures que les centièmes ne disent pas s’écrivent en minutes",
      "Ce qu’une absence déduit (PF-08, à confirmer)",
      "la maladie finie le %s se déduit après trois jours de carence : %s",
      "l’hospitalisation et l’éviction se déduisent dès le premier jour, pièce reçue",
      "les congés et la convenance ne se déduisent pas",
      "Le décompte des heures suit le pas et la franchise (PF-09, à confirmer)",
      "toute tranche commencée est comptée",
      "un dépassement plus court que la franchise ne se compte pas, plus long il se compte en entier",
      "parti cinq minutes après l’heure, au pas de %d et sous une franchise de %d : %d minutes"
    ],
    "regles": []
  },
  {
    "fichier": "src/modules/contrats-eaje/rules/tarif.ts",
    "entete": "Le tarif horaire d'une famille (PF-01, PF-02, PF-03, PF-06) et les jours où un contrat en cours en change (PF-04, PF-05).\n\nCe que dit le texte (circulaire Cnaf 2019-005) : ressources annuelles N-2 avant abattements, divisées par douze, ramenées entre le\nplancher et le plafond, multipliées par le taux d'effort du nombre d'enfants à charge ; chaque enfant à charge qui a l'AEEH décale d'un\nrang, même s'il n'est pas l'enfant accueilli. Un relèvement du plafond s'applique à tous les contrats en cours à sa date d'effet ; le\ntarif se révise aussi au 1er janvier et à tout changement de situation (à confirmer).\nComment il est lu ici : le calcul se fait en entiers et n'est arrondi qu'une fois, au centime, le demi vers le haut. Sans ressources\nconnues, le plafond ; pour un enfant confié à l'aide sociale à l'enfance, ou en urgence sans ressources connues, le plancher (à confirmer).\nUn accueil d'un jour vaut le tarif du contrat en cours ; sans contrat, celui des ressources de ce jour ; en urgence sans ressources\ninscrites, le plancher pour un enfant à charge. Aucun tarif ne vaut zéro faute de savoir : ce qui manque se dit.\nUn contrat en cours suit chaque changement de barème et chaque nouvelle déclaration de ressources, à leur date : tous sont dus, dans l'ordre.\nNon traité : le tarif fixe que le règlement de fonctionnement peut donner à l'enfant confié ou à l'urgence (PF-06) ; le taux poursuivi\nau-delà du plafond, avec l'accord de la Caf (PF-03) ; la majoration des familles d'un autre territoire ; le\nrepas et les soins d'hygiène que le tarif couvre sans supplément (PF-07) ; un tarif signé qui n'était pas celui de son premier jour ; un\nchangement un jour sans ressources inscrites, qui attend celles qui suivent.",
    "essais": [
      "Le tarif horaire est celui du barème national, au centime (PF-01)",
      "%s : %i € par mois, %i enfant(s), %s → %i centimes",
      "V-PF-06 : un enfant avec l’AEEH décale d’un rang, même s’il n’est pas l’enfant accueilli (PF-02)",
      "V-PF-08 et V-PF-12 : la crèche familiale a ses propres taux",
      "V-PF-10 : 32 360 € par an, trois enfants, 2021",
      "le calcul se lit ligne à ligne",
      "Sans ressources connues, le plafond ou le plancher (PF-06)",
      "un refus ou des ressources inconnues : le plafond, et un avertissement",
      "un enfant confié à l’aide sociale à l’enfance, une urgence sans ressources connues : le plancher",
      "Un accueil d’un jour a le tarif du contrat, sinon celui des ressources, jamais zéro faute de savoir (PF-06)",
      "le contrat en cours, puis les ressources de ce jour",
      "sans ressources inscrites : l’urgence au plancher, et le dit ; l’occasionnel dit ce qui manque",
      "sans barème de l’année, aucun tarif, même en urgence",
      "Le tarif d’un contrat en cours suit le barème et les ressources, à leur date (PF-04, PF-05)",
      "la veille rien ; le jour du plafond relevé et tous ceux d’après, la révision date de ce jour",
      "deux plafonds relevés depuis la signature : deux révisions, chacune à sa date",
      "des ressources qui changent en cours de contrat le révisent le jour où elles commencent, pas avant",
      "le même jour, le barème et les ressources : les deux causes se disent",
      "un contrat à jour, fini avant, ou sans ressources ce jour-là ne demande rien",
      "Un barème saisi s’applique dès sa date d’effet (GEN-01)",
      "le tarif suit ses taux et ses bornes, et dit sa source",
      "à confirmer, il avertit et ne bloque pas",
      "un contrat en cours se révise à sa date",
      "Le taux d’effort d’une famille (PF-02)",
      "%d enfants à charge dont %d avec l’AEEH : %d dix-millièmes de pour cent",
      "avant le barème saisi, aucun taux",
      "Entre quoi tombe tout tarif d’une année (PF-01, PF-02, PF-03)",
      "du plancher au plafond du rang, celui de la fin de l’année compris ; l’AEEH décale d’un rang",
      "la situation change dans l’année : les deux comptent ; sans situation ni barème, rien"
    ],
    "regles": []
  },
  {
    "fichier": "src/modules/delegations/rules/delegation.ts",
    "entete": "Qui peut signer quoi, où, quel jour.\n\nCe que dit le texte (CGCT L3221-3, al. 4) : le président du conseil départemental est chef des services ; il peut,\nsous sa surveillance et sa responsabilité, donner délégation de signature en toute matière aux responsables de ces\nservices. CE 29 juin 2005, n° 266686 : cela comprend les agents qui exercent des responsabilités territoriales ou\nfonctionnelles.\n\nComment il est lu ici : la signature d'un agent vaut si, le jour de l'acte, une délégation à son nom nomme l'acte et\nl'unité concernée, ou une unité qui la contient. Une délégation accordée en suppléance ne joue que si aucun délégataire\ntitulaire du même acte n'est présent ce jour.\n\nNon traité : l'entrée en vigueur de l'arrêté (publication, transmission au préfet), la délégation de fonctions aux élus,\nla fin du mandat du président qui l'a signée.",
    "essais": [
      "signe qui a délégation pour l’unité ou une unité qui la contient (CGCT L3221-3)",
      "le premier et le dernier jour de la délégation comptent, la veille et le lendemain non (CGCT L3221-3)",
      "sans délégation la signature est refusée, et l’on sait qui peut signer (CGCT L3221-3)",
      "une délégation pour un autre acte ou une autre unité ne vaut pas (CGCT L3221-3)",
      "le suppléant signe en l’absence du titulaire ; présent, on avertit sans bloquer (clause de l’arrêté)",
      "une délégation prévient soixante jours avant sa fin"
    ],
    "regles": []
  },
  {
    "fichier": "src/modules/eaje/rules/capacite.ts",
    "entete": "La capacité d'une crèche, à un instant donné (CAP-01, CAP-04).\n\nCe que dit le texte (CSP R2324-46) : cinq catégories selon les places autorisées. L'autorisation peut prévoir moins de places à\ncertaines heures, certains jours. Comment il est lu ici : à l'instant t, la plus basse des modulations qui le couvrent (l'habitude de la\ncrèche, et celles de ses travaux), sinon les places autorisées ; aucune hors des heures d'ouverture, un jour fermé, ou sans autorisation.\nNon traité : les places qu'un contrôle limite pour un temps.",
    "essais": [
      "La catégorie vient des places autorisées (CAP-01, CSP R2324-46 I)",
      "%i places : %s",
      "La capacité à un instant est celle de la modulation active, sinon l’autorisée (CAP-04)",
      "%s",
      "rien un jour fermé, ni un samedi, ni sans autorisation en cours",
      "d’un samedi, le prochain jour ouvert est le lundi ; il n’y en a pas si la crèche n’ouvre jamais",
      "590 heures-places par jour, 2 950 par semaine, 132 750 sur 225 jours, soit 53,64 places sur 11 h",
      "Le temps de travaux, une modulation datée s’ajoute à l’habitude de la crèche (CAP-04)",
      "%s",
      "les heures-places du jour suivent : 590 moins trente-cinq places pendant trois heures et demie"
    ],
    "regles": []
  },
  {
    "fichier": "src/modules/eaje/rules/continuite.ts",
    "entete": "La continuité de la direction (CAP-14, DIR-03).\n\nCe que dit le texte (CSP R2324-36) : en l'absence du directeur, la continuité est assurée par une personne présente de catégorie 1, à\ndéfaut de catégorie 2 avec un an d'expérience auprès de jeunes enfants. Comment il est lu ici : à chaque quart d'heure d'ouverture,\nla direction si elle est là, sinon le premier de l'ordre de suppléance que la crèche a fixé, sinon une catégorie 1, sinon une\ncatégorie 2 d'un an. Le texte demande une personne présente, non une personne auprès des enfants : en pause ou en réunion, elle reste\ndans les murs et peut assurer la direction, quand elle ne compte plus dans le taux (CAP-21) ; en formation ou en sortie, non. Est là qui\nest dans cette crèche du début à la fin du quart d'heure selon ses vacations du jour, à défaut son horaire, et n'est pas absent.\nL'encadrement compte par cette même règle.\nNon traité : une pause ou une réunion prise hors de la crèche ; la qualification du directeur ; l'astreinte d'un directeur voisin.",
    "essais": [
      "La continuité de la direction (CAP-14, CSP R2324-36)",
      "la direction quand elle est là, sinon une catégorie 1, sinon une catégorie 2 d’un an ; le reste se dit (DIR-03)",
      "la direction absente, l’ordre de suppléance passe avant la catégorie",
      "un an d’expérience : la veille non, le jour oui ; jamais sans catégorie",
      "une vacation remplace l’horaire en entier, ailleurs comme ici",
      "la direction en pause ou en réunion reste dans les murs ; en formation ou en sortie, quelqu’un la supplée",
      "qui ne tient pas le quart d’heure en entier ne l’assure pas"
    ],
    "regles": []
  },
  {
    "fichier": "src/modules/eaje/rules/documents.ts",
    "entete": "Les documents qu'une crèche doit tenir à jour (CAP-26, CAP-07, PMI-08).\n\nCe que dit le texte (CSP R2324-30) : un règlement de fonctionnement, qui dit la direction, sa continuité, l'admission, les horaires, les\ntarifs, le référent santé, le surnombre, et auquel sont annexés des protocoles transmis au président du conseil départemental.\nComment il est lu ici : chacun est dû ; il est en retard s'il manque, ou le lendemain du jour où il devait être revu. La liste exacte des\nprotocoles est à confirmer : leur retard se dit, il n'empêche rien. D'une même nature, la dernière version vaut. Le règlement se transmet\navec ses protocoles ; le projet d'établissement, que le texte ne dit pas transmis, non.\nLe projet d'établissement contient depuis le 3 avril 2025 un projet d'évaluation de la qualité (décret 2025-304, PMI-08) : établi avant, il se\nrelit. Son absence ne fonde pas un refus d'autorisation : on la rappelle, le document n'en est pas en retard.\nNon traité : ce que le règlement contient ; le document envoyé lui-même, dont Marelle ne garde que le jour.",
    "essais": [
      "Les documents qu’une crèche doit tenir à jour (CAP-26, CSP R2324-30)",
      "sans rien d’inscrit, tous manquent ; seul le règlement repose sur un texte vérifié",
      "à jour jusqu’au jour où il est à revoir, en retard le lendemain ; sans date, à jour",
      "un projet d’établissement du %s rappelle le projet d’évaluation de la qualité : %s (décret 2025-304, PMI-08)",
      "le règlement et ses protocoles se transmettent au président ; le projet d’établissement, non"
    ],
    "regles": []
  },
  {
    "fichier": "src/modules/eaje/rules/exigences.ts",
    "entete": "Ce que la catégorie d'une crèche exige de son équipe (CAP-15, CAP-16, CAP-18, CAP-19, CAP-20).\n\nCe que dit le texte (CSP R2324-35, R2324-46-1 à -3, depuis le 1er septembre 2021) : selon la catégorie, un temps de direction, un\nadjoint à partir de soixante places, des heures de référent « santé et accueil inclusif », du temps de puériculteur ou d'infirmier,\ndu temps d'éducateur de jeunes enfants. Le 1er septembre 2026, le temps de direction d'une micro-crèche passe d'un cinquième à un\nmi-temps (décret 2025-304).\nComment il est lu ici : « par tranche complète de vingt places au-delà de soixante » ne compte que les tranches entières. Pour les\nheures du référent, le texte ne dit pas si la tranche doit être entière : lu de même, à confirmer.\nNon traité : la qualification du directeur. Les heures du référent par trimestre se jugent dans `tenue-eaje`.",
    "essais": [
      "Ce que la catégorie exige (CSP R2324-35, R2324-46-1 à -3)",
      "%i places (CAP-15, CAP-16, CAP-18, CAP-19, CAP-20)",
      "la direction d’une micro-crèche passe à mi-temps le 1er septembre 2026 (décret 2025-304)",
      "les heures du référent au-delà de soixante places sont à confirmer, jamais en deçà",
      "Ce qui manque à l’équipe",
      "une équipe complète ne manque de rien",
      "sans adjoint ni infirmier, ce qui manque se chiffre ; un auxiliaire n’y répond pas",
      "les heures du référent inconnues ne sont pas dites manquantes"
    ],
    "regles": []
  },
  {
    "fichier": "src/modules/eaje/rules/murs.ts",
    "entete": "Les murs et l'autorisation d'une crèche (CAP-02, CAP-03, CAP-24, CAP-25).\n\nCe que disent les textes : une unité d'accueil a soixante places au plus (CSP R2324-46) ; l'autorisation vaut quinze ans\n(CSP L2324-1-1) ; sept mètres carrés par place et un plan de change pour dix, pour les demandes faites après le 31 août 2022\n(arrêté du 31 août 2021).\nComment ils sont lus ici : on prévient avant la fin de l'autorisation, des mois que le département règle. Une\ntranche commencée de dix places demande son plan de change. Le jour de la demande n'est pas tenu : celui où l'autorisation commence en\ntient lieu, et ce qui fut autorisé avant le référentiel ne lui manque de rien.\nNon traité : la surface réduite des communes les plus denses (dite à l'écran) et l'espace extérieur, faute de la densité ; un directeur\npour plusieurs crèches (CAP-17, CSP R2324-34-2) : un professionnel n'a qu'un rattachement à la fois.",
    "essais": [
      "Une unité d’accueil a soixante places au plus (CAP-02, CSP R2324-46 II)",
      "%i places en unités de %j",
      "L’autorisation vaut quinze ans (CAP-03, CSP L2324-1-1)",
      "jusqu’à la veille du quinzième anniversaire, 29 février compris",
      "on prévient avant sa fin, des mois que le département règle, la veille non",
      "Sept mètres carrés par place, un plan de change pour dix (CAP-24, CAP-25)",
      "%i places",
      "n’obligent pas ce qui fut autorisé jusqu’au 31 août 2022"
    ],
    "regles": []
  },
  {
    "fichier": "src/modules/eaje/rules/obligations-autorisation.ts",
    "entete": "L'autorisation d'une crèche et son renouvellement (CAP-03).\n\nCe que dit le texte : l'autorisation du président du conseil départemental vaut quinze ans (CSP, art. L2324-1-1) ; une extension ou une\ntransformation la renouvelle pour quinze ans (CSP, art. R2324-20-3).\nComment il est lu ici : le terme est le dernier jour que dit l'arrêté, et jamais après quinze ans. L'autorisation qui suit, quelle\nqu'en soit la raison, satisfait le renouvellement de la précédente et fait courir son propre terme. Préparer un renouvellement prend du\ntemps, qu'aucun texte ne chiffre : il s'engage des mois avant le terme, ceux que le département règle ; rien ne dit qu'il est engagé\navant que l'arrêté suivant soit inscrit. Une crèche fermée ne doit plus rien.\nNon traité : la réduction de places qui ne renouvellerait pas l'autorisation ; le retrait et la suspension.",
    "essais": [
      "L’autorisation d’une crèche vaut quinze ans (CAP-03)",
      "autorisée le 2 mars 2012, vue le %s : %s",
      "autorisée un 29 février, elle finit quinze ans après, le 27 février",
      "un arrêté plus court finit à son jour ; un arrêté plus long, à quinze ans",
      "une extension la renouvelle : la première est satisfaite, quinze ans courent de la seconde",
      "renouvelée après son terme, elle a été faite en retard",
      "Le renouvellement s’engage avant le terme (CAP-03, pratique)",
      "dix-huit mois avant, ou ce que le département a réglé",
      "aucun fait, si contradictoire soit-il, ne casse ces règles"
    ],
    "regles": [
      "CAP-03"
    ]
  },
  {
    "fichier": "src/modules/eaje/rules/obligations-document.ts",
    "entete": "Les documents que la crèche tient à jour et transmet (CAP-26).\n\nCe que dit le texte : l'établissement a un projet d'établissement et un règlement de fonctionnement, avec leurs protocoles annexés\n(CSP, art. R2324-29 et R2324-30) ; le règlement et ses protocoles sont transmis au président du conseil départemental. Aucun texte ne\nfixe de durée : la date de révision est celle que la crèche s'est donnée. Aucun délai connu pour transmettre.\nComment il est lu ici : un document dont la date de révision est dite doit être revu ce jour-là au plus tard ; la version suivante\nsatisfait ce que devait la précédente, et sa propre date court. Sans date de révision, rien n'est dû. Chaque version se transmet, dans le\ndélai que le département se donne. Ce que le président doit avoir est le document en vigueur : quand une version est remplacée sans avoir\nété transmise, la transmission due n'est ni oubliée, ni doublée. La même reste due, au même terme, et c'est la dernière version qui se\ntransmet.\nNon traité : le document qui manque ; la liste exacte des protocoles, à confirmer ; une version inscrite avant que la transmission se\ndise, dont rien n'est dû tant qu'on ne la corrige pas.",
    "essais": [
      "Les documents d’une crèche se revoient au jour qu’elle s’est donné (CAP-26)",
      "sans date de révision, rien n’est dû",
      "la version suivante satisfait la précédente ; chaque document a les siennes",
      "%s se lit « %s »",
      "Chaque version du règlement et de ses protocoles se transmet au président (CAP-26, CSP R2324-30)",
      "sous trente jours, ou le délai du département : la veille, le jour, le lendemain",
      "transmise, elle ne doit plus rien ; la suivante doit la sienne",
      "remplacée sans avoir été transmise : une seule transmission due, au premier terme, que la dernière version satisfait",
      "l’oubli ne passe pas d’un document à l’autre, ni par-dessus une version transmise",
      "une version inscrite avant que la transmission se dise ne doit rien"
    ],
    "regles": [
      "CAP-26"
    ]
  },
  {
    "fichier": "src/modules/eaje/rules/surnombre.ts",
    "entete": "Le surnombre à un instant : plus d'enfants que de places, jusqu'où (CAP-05).\n\nCe que dit le texte : à un instant, 115 % de la capacité autorisée au plus ; sur la semaine, 100 % (CSP R2324-27).\nComment il est lu ici : l'arrondi de 115 % n'est écrit nulle part : entre les deux lectures on prévient, au-delà de la plus large on\narrête. Tout se compte en entiers (GEN-03).\nNon traité : les données que la PMI peut demander (CAP-07).",
    "essais": [
      "Jamais plus de 115 % des places à la fois ; l’arrondi est à confirmer (CAP-05, CSP R2324-27)",
      "%i places : %i enfants sûrs, %i au plus"
    ],
    "regles": []
  },
  {
    "fichier": "src/modules/eaje/rules/temps-travail.ts",
    "entete": "Les bornes d'une journée et d'une semaine de travail : un poste que l'on déplace, un horaire que l'on inscrit.\n\nCe que dit le texte : dix heures de travail effectif par jour au plus, une amplitude de douze heures au plus, onze heures de repos entre\ndeux journées (décret 2000-815, TPS-02) ; vingt minutes de pause avant six heures de travail (TPS-04) ; quarante-huit heures par semaine,\nquarante-quatre en moyenne sur douze semaines, trente-cinq heures de repos d'affilée (TPS-03).\nComment il est lu ici : la pause n'est pas du travail effectif ; la réunion et la sortie en sont. Une journée inconnue la veille ou le\nlendemain ne s'oppose à rien. Une semaine type se répète : au-delà de quarante-quatre heures, elle dépasserait la moyenne avec le temps ;\non en prévient, sans refuser un horaire qui peut changer avant.\nNon traité : les douze semaines glissantes elles-mêmes (TPS-03), que le planning de l'équipe suit ; les 35 heures et les 1 607 heures\n(TPS-01), que l'aménagement du temps de travail de chacun décide ; les congés (TPS-06) ; le délai de prévenance d'un changement de\nsite (TPS-07).",
    "essais": [
      "une journée de travail (décret 2000-815, TPS-02 et TPS-04)",
      "finie à 18 h 30, ne reprend pas avant 5 h 30",
      "de 7 h 30 à 18 h 30, tient l’amplitude ; dix heures un quart de travail se refusent, neuf trois quarts passent",
      "de plus de douze heures d’amplitude, se refuse",
      "ne compte pas six heures sans vingt minutes de pause",
      "une semaine type (décret 2000-815, TPS-02 à TPS-04)",
      "refuse le jour qui dépasse, et dit lequel",
      "tient onze heures de repos d’un jour à l’autre, du dimanche au lundi aussi",
      "quarante-huit heures au plus ; au-delà de quarante-quatre, elle prévient",
      "laisse trente-cinq heures de repos d’affilée",
      "une pause hors de la journée n’en est pas une"
    ],
    "regles": []
  },
  {
    "fichier": "src/modules/ecrits/rules/possibles.ts",
    "entete": "Quel écrit se produit à ce stade, et pourquoi les autres ne le peuvent pas encore.\n\nCe que dit le texte : la source professionnelle ou élue est informée des suites, toute autre personne à sa demande (CASF L226-5,\nal. 1 et 2) ; les parents sont informés de la mise en place de l'évaluation, sauf intérêt contraire du mineur (D226-2-6 I), et par\nécrit d'une saisine (L226-5, al. 3).\nComment il est lu ici : un écrit demande le fait dont il rend compte. Un projet (rapport non validé, signalement non signé) se\nproduit, et se dit projet. Une dispense inscrite avertit qui écrirait quand même aux parents. À un anonyme, on n'écrit pas.\nNon traité : un écrit par parent séparé ; l'adresse se change dans Word.",
    "essais": [
      "Les écrits possibles suivent le circuit",
      "reçue : on accuse réception, et rien d’autre",
      "qualifiée : la source peut apprendre que l’examen se poursuit",
      "attribuée : les parents sont informés de l’évaluation (CASF D226-2-6 I)",
      "en évaluation : le rapport se lit déjà, comme un projet",
      "décidée : les suites se disent, non plus l’ouverture",
      "un signalement urgent parti se dit aux parents avant toute décision (CASF L226-5, al. 3)",
      "une saisine demande un signalement ; non signé, elle se dit projet",
      "un transfert demande que l’information soit transférée",
      "Ce que l’on écrit à la source dépend de sa catégorie",
      "le professionnel et l’élu sont informés des suites (CASF L226-5, al. 1)",
      "le particulier ne l’est qu’à sa demande (CASF L226-5, al. 2)",
      "à un anonyme, on n’écrit pas",
      "Une dispense inscrite se rappelle à qui écrirait aux parents",
      "elle avertit, sans empêcher (CASF D226-2-6 I)",
      "levée depuis, elle ne se rappelle plus"
    ],
    "regles": []
  },
  {
    "fichier": "src/modules/encadrement/rules/bareme.ts",
    "entete": "Les chiffres de l'encadrement, datés.\n\nCe que dit le texte : deux méthodes au choix du gestionnaire (R2324-46-4, CAP-09) ; jamais moins de deux professionnels, dont un de\ncatégorie 1 au-delà de vingt-quatre places (R2324-43-1, CAP-11) ; en sortie, un pour cinq (R2324-43-2, CAP-12) ; 115 % de la\ncapacité au plus à un instant, 100 % sur la semaine (R2324-27, CAP-05, CAP-06) ; 40 % de catégorie 1 sur le mois (R2324-42, CAP-10).\nComment il est lu ici : les rapports sont des entiers, jamais des nombres à virgule (GEN-03).\nNon traité : les chiffres avant le 1er septembre 2021 ; une journée d'avant ne se compte pas, et les pages le disent. Les rapports « un pour six », « un pour cinq » et « un pour huit » n'ont pas\nété lus dans le texte : ils avertissent et ne refusent rien.",
    "essais": [],
    "regles": []
  },
  {
    "fichier": "src/modules/encadrement/rules/effectif-requis.ts",
    "entete": "L'effectif qu'il faut auprès des enfants, à un instant.\n\nCe que dit le texte : l'effectif se calcule à tout instant sur les enfants effectivement présents (R2324-43, CAP-08), selon la méthode\nque le gestionnaire a choisie (R2324-46-4, CAP-09) ; jamais moins de deux professionnels, dont un de catégorie 1 au-delà de\nvingt-quatre places (R2324-43-1, CAP-11) ; un seul suffit dans une micro-crèche jusqu'à trois enfants, s'il est au moins auxiliaire de\npuériculture (décret 2025-304, CAP-11b) ; en sortie, un pour cinq, et jamais moins de deux (R2324-43-2, CAP-12).\nComment il est lu ici : les fractions s'additionnent, puis l'on arrondit au-dessus, une fois pour la crèche ; la crèche peut choisir\nd'arrondir section par section, ce qui ne demande jamais moins. Tout se compte en entiers (GEN-03). Au moins auxiliaire de\npuériculture : de catégorie 1 ; à défaut, ils sont deux. Un effectif d'une personne n'existe que là. Sans autorisation connue (zéro\nplace), le doute va à l'enfant : deux, dont un de catégorie 1.\nNon traité : les enfants et assistants maternels de passage (CAP-13), que Marelle n'inscrit pas et qui ne sont donc dans aucun des\ndeux termes ; les jardins d'enfants (R2324-47-4) ; la micro-crèche d'avant le 3 avril 2025, où le seul pouvait être de catégorie 2.",
    "essais": [
      "l’effectif requis (R2324-43, R2324-43-1, R2324-46-4 du CSP)",
      "$vecteur : $nm non-marcheurs et $m marcheurs, $places places → $cinqHuit ou $unPourSix",
      "arrondi section par section, demande davantage (V-ENC-02 : 4 au lieu de 3)",
      "d’une micro-crèche, passe de un à deux au quatrième enfant (CAP-11b)",
      "d’une micro-crèche à trois enfants, tient à un seul de catégorie 1, jamais à un seul de catégorie 2 (CAP-11b)",
      "exige une catégorie 1 au-delà de vingt-quatre places seulement (CAP-11)",
      "sans autorisation connue",
      "il en faut deux dont un de catégorie 1, sur place comme en sortie : le doute va à l’enfant",
      "la journée type d’une crèche de 40 places",
      "à %s, %i non-marcheurs et %i marcheurs demandent %i ou %i professionnels",
      "une sortie (R2324-43-2 du CSP)",
      "V-ENC-11 : onze enfants en demandent trois",
      "V-ENC-12 : quatre enfants en demandent deux, et une catégorie 1 au-delà de 24 places",
      "quelles que soient les sections",
      "un enfant de plus n’en demande jamais moins",
      "arrondir par section ne demande jamais moins"
    ],
    "regles": []
  },
  {
    "fichier": "src/modules/encadrement/rules/effet.ts",
    "entete": "Ce qu'un remède change aux quarts d'heure d'une crèche : des professionnels en plus ou en moins, un effectif requis moindre.",
    "essais": [],
    "regles": []
  },
  {
    "fichier": "src/modules/encadrement/rules/heures-libres.ts",
    "entete": "Les heures que l'on peut encore offrir (IND-28).\n\nCe que dit le texte : jamais plus d'enfants que la capacité du moment (CAP-04), ni que l'effectif prévu n'en permet (R2324-43, CAP-08).\nComment il est lu ici : à chaque quart d'heure, la moindre des deux marges : les places, et ce que les professionnels prévus tiennent\nencore selon le rapport de la crèche ; des marcheurs, ou des non-marcheurs qui pèsent davantage. Une plage plus courte que deux heures\n(réglage du département) ne s'offre pas. Les deux offres ne s'additionnent pas : c'est l'une ou l'autre. Section par section, les autres\ngardent chacune leurs professionnels ; le plancher se vérifie ensuite, pour toute la crèche : c'est le plus grand nombre qui le tient. Une\nmicro-crèche où un seul suffit jusqu'à trois enfants s'offre donc jusqu'au troisième (CAP-11b).\nNon traité : le surnombre, que l'on n'offre pas d'avance ; les places de chaque section.",
    "essais": [
      "les heures que l’on peut encore offrir (IND-28)",
      "sont la moindre des deux marges : les places, et ce que l’effectif tient",
      "une auxiliaire seule en micro-crèche en prend jusqu’au troisième ; non auxiliaire, aucun de plus (CAP-11b)",
      "section par section, ne prennent rien à une autre section",
      "section par section, ne comptent pas le plancher de deux comme dû aux autres sections",
      "se fondent en plages de deux heures au moins, la base d’abord"
    ],
    "regles": []
  },
  {
    "fichier": "src/modules/encadrement/rules/journee.ts",
    "entete": "La journée d'une crèche, quart d'heure par quart d'heure.\n\nCe que dit le texte : le taux d'encadrement se tient à tout instant (R2324-43, CAP-08) ; comptent les professionnels de catégorie 1 et 2\nqui sont auprès des enfants, ni les stagiaires, ni la cuisine, ni la direction, ni qui est en pause ou en réunion (CAP-21) ; en\nl'absence du directeur, une personne présente assure la continuité (R2324-36, CAP-14), en pause ou en réunion aussi : la règle est celle\nde `eaje`.\nComment il est lu ici : un enfant compte dès qu'il est attendu une minute du quart d'heure, un professionnel s'il le couvre en entier.\nL'occupation, elle, se mesure à la minute (CAP-06).\nLe statut de marcheur vaut du jour où l'équipe l'a constaté ; inconnu, l'enfant compte comme non-marcheur, ce qui demande davantage.\nUn apprenti pourrait compter dans une limite souvent citée à 15 %, que nul texte lu ne dit : aucun ne compte (CAP-21, à confirmer).\nUn professionnel prévu au même moment dans deux crèches ne compte dans aucune. Une section arrondit à part si la crèche l'a choisi.\nLes enfants d'une sortie inscrite et leurs accompagnants ne sont plus sur place (CAP-12, `sortie.ts`) : l'enfant, des quarts d'heure que la\nsortie couvre ; l'accompagnant, de ceux qu'elle touche.\nNon traité : qui est « en sortie » sans qu'elle soit inscrite ; le doute le dit.",
    "essais": [
      "la journée d’une crèche (R2324-43 du CSP)",
      "a quarante-quatre quarts d’heure de 7 h 30 à 18 h 30",
      "compte un enfant dès la première minute d’un quart d’heure, un professionnel s’il le couvre",
      "prend la marche du jour où l’équipe l’a constatée",
      "ne compte pas deux fois un enfant que deux accueils attendent au même moment",
      "ne compte pas, présent toute la journée : %s (CAP-21 ; la limite des apprentis reste à confirmer)",
      "ne compte ni la pause, ni la réunion, ni la sortie, ni qui n’a pas de catégorie, ni l’absent",
      "suit la modulation de la capacité (CAP-04)",
      "dit ce qui manque, ce qui déborde et qui n’a pas de direction (IND-06, IND-08, DIR-03)",
      "%d places, %d enfants : %d quarts au-dessus de 115 %% quel que soit l’arrondi, %d à confirmer avec la PMI (CAP-05, R2324-27)",
      "compte la présence à la minute, dans les heures d’ouverture, et un enfant de deux contrats une fois (CAP-06)",
      "sans autorisation, ne juge aucun surnombre",
      "cinq de catégorie 2 pour V-ENC-01 : neuf heures de catégorie 1 à trouver, aucun déficit en nombre (IND-08, R2324-43-1)",
      "est sous le taux quand la catégorie 1 manque seule (R2324-43-1)",
      "est sous le taux quand le seul d’une micro-crèche n’est pas de catégorie 1 (décret 2025-304)",
      "avec les enfants pointés",
      "lit leur présence par statut de marche, le quart d’heure qui court compris",
      "compte une fois un enfant présent deux fois",
      "dit ce qu’il faut et ce qui manque maintenant, sur les enfants effectivement présents (CAP-08)",
      "ne dit rien de maintenant hors des heures d’ouverture, ni sans aucun pointage",
      "dit ses doutes",
      "l’occupation de la semaine (R2324-27, 1° du CSP, CAP-06)",
      "tient à 100 % exactement, plus à une minute de plus"
    ],
    "regles": []
  },
  {
    "fichier": "src/modules/encadrement/rules/manque.ts",
    "entete": "Ce qui manque à une journée, et combien de temps.\n\nCe que dit le texte : l'effectif et la catégorie 1 se tiennent à tout instant (R2324-43 et R2324-43-1, CAP-08, CAP-11) ; sur la semaine,\nl'occupation ne passe pas 100 % de la capacité, modulation comprise (R2324-27, 1°, CAP-06) ; à un instant, 115 % (CAP-05).\nComment il est lu ici : le manque d'un quart d'heure est le nombre de professionnels à ajouter ; une personne de catégorie 1 comble à la\nfois le nombre et la catégorie. Sans enfant attendu, rien ne manque. Sans autorisation connue, le surnombre ne se juge pas. Les\nenfants en sortie restent accueillis : ils comptent dans l'occupation et le surnombre. L'occupation est en minutes, de présence et de\nplace. L'arrondi de 115 % n'est écrit nulle part : au-dessus des deux lectures, c'est trop ; entre les deux, c'est à confirmer avec la PMI.\nNon traité : les données que la PMI peut demander (CAP-07).",
    "essais": [],
    "regles": []
  },
  {
    "fichier": "src/modules/encadrement/rules/postes.ts",
    "entete": "Où est chaque professionnel un jour, et ce qu'il y fait.\n\nComment il est lu ici : une absence de l'organisation l'emporte sur tout ; les vacations d'un jour remplacent l'horaire en entier ; à\ndéfaut l'horaire, coupé par sa pause. Un volant que rien n'occupe n'est dans aucune crèche : son horaire dit quand il est libre.\nPrévu au même moment dans deux crèches, il ne compte ces heures dans aucune. Qui peut tenir la direction (R2324-36, CAP-14) se lit de `eaje`.\nNon traité : le temps de trajet entre deux crèches (TPS-05).",
    "essais": [
      "où est un professionnel, un jour",
      "suit son horaire, coupé par sa pause",
      "une pause %s ne compte pas auprès des enfants",
      "se repose le jour sans heures, et n’est plus là passé son affectation",
      "absent à l’organisation, n’est nulle part, même avec une vacation",
      "a des vacations qui remplacent l’horaire en entier",
      "prêté une journée, est ailleurs pour sa crèche",
      "prévu au même moment dans deux crèches, ne compte dans aucune",
      "volant, n’est dans aucune crèche tant que rien ne l’y envoie",
      "peut assurer la continuité de direction s’il dirige, est de catégorie 1, ou de catégorie 2 depuis un an (R2324-36)",
      "a une veille et un lendemain"
    ],
    "regles": []
  },
  {
    "fichier": "src/modules/encadrement/rules/quarts.ts",
    "entete": "Les quarts d'heure d'une journée, rangés de l'ouverture à la fermeture.",
    "essais": [],
    "regles": []
  },
  {
    "fichier": "src/modules/encadrement/rules/remede-interne.ts",
    "entete": "Les remèdes qui ne demandent personne de plus : déplacer une pause, une prise ou une fin de poste, regrouper les sections.\n\nCe que dit le texte : dix heures de travail, douze d'amplitude, onze de repos, une pause avant six heures (décret 2000-815, TPS-02 et\nTPS-04).\nComment il est lu ici : une pause bouge d'une heure et demie au plus, un poste d'une heure au plus ; un mouvement qui crée un manque\nailleurs n'en est pas un. Regrouper ne change l'effectif que si la crèche arrondit section par section, et seulement dans l'heure et\ndemie qui suit l'ouverture ou précède la fermeture.\nNon traité : l'accord de la personne, qui reste à demander.",
    "essais": [],
    "regles": []
  },
  {
    "fichier": "src/modules/encadrement/rules/remede-offre.ts",
    "entete": "Le dernier remède : accueillir moins d'enfants à ces heures.\n\nCe que dit le texte : l'effectif se calcule sur les enfants effectivement présents (R2324-43, CAP-08) ; le plancher de deux professionnels,\net la catégorie 1 des crèches de plus de vingt-quatre places, ne cèdent pas à moins d'enfants (R2324-43-1, CAP-11).\nComment il est lu ici : on compte d'abord les accueils occasionnels de ces heures, qui peuvent se refuser ; un accueil d'urgence et un\ncontrat ne se refusent pas sans la famille.\nNon traité : le choix des enfants, qui n'appartient qu'à l'équipe.",
    "essais": [],
    "regles": []
  },
  {
    "fichier": "src/modules/encadrement/rules/remede-renfort.ts",
    "entete": "Les remèdes qui demandent quelqu'un d'ailleurs : une crèche voisine qui a de la marge, un agent volant du territoire.\n\nCe que dit le texte : seuls les professionnels de catégorie 1 et 2 auprès des enfants comptent (R2324-42, CAP-21) ; la crèche qui prête\ngarde son taux et sa continuité de direction (R2324-43, R2324-36).\nComment il est lu ici : un seul lieu par demi-journée (§6.2) ; qui change de lieu dans la journée y perd une demi-heure, qui ne compte\nnulle part. Un agent polyvalent ne résout rien (V-RMP-01).\nNon traité : la durée réelle des trajets, que Marelle ne connaît pas.",
    "essais": [],
    "regles": []
  },
  {
    "fichier": "src/modules/encadrement/rules/remede.ts",
    "entete": "Le moindre remède à un taux qui n'est pas tenu.\n\nCe que dit le texte : le taux se tient à tout instant (R2324-43, CAP-08) ; l'ordre des remèdes est une pratique du département (§6.2) :\nréorganiser, regrouper, une crèche voisine, un volant, et seulement ensuite accueillir moins.\nComment il est lu ici : le moindre remède est celui qui rend tous les quarts d'heure au taux par le barreau le plus bas de l'échelle, seul\nà deux mouvements, ou à quatre au plus ; si rien n'y suffit, la suite de mouvements qui laisse le moins de manque. Renvoyer des enfants que\ndes contrats attendent n'est jamais le moindre remède tant qu'un autre corrige quelque chose. L'outil propose ; rien n'est écrit sans\nqu'une personne le décide. Les barreaux écartés disent pourquoi.\nNon traité : heures supplémentaires, volant d'un autre territoire et intérim, qui demandent l'accord du responsable de service.",
    "essais": [
      "V-RMP-01 : un AP absent de 8 h 30 à 16 h 30 dans une crèche de 40 places (§6.2)",
      "il manque un professionnel trente-deux quarts d’heure, soit huit heures d’agent",
      "un volant libre de 9 h à 16 h 30 laisse deux quarts d’heure, de 8 h 30 à 9 h",
      "le reste se comble en avançant de trente minutes une prise de poste",
      "un agent polyvalent ne résout rien : son métier ne compte pas",
      "le moindre remède",
      "déplace une pause avant de demander quelqu’un",
      "avance une prise de poste, et ne crée pas de manque en fin de journée",
      "refuse le déplacement qui prive des onze heures de repos, et le dit (TPS-02)",
      "regroupe les sections en début de journée quand la crèche arrondit à part",
      "prend à une crèche voisine qui garde son taux, jamais à celle qui le perdrait",
      "ne prend pas à une voisine la seule qui y tient la direction, même pendant sa pause (CAP-14)",
      "n’accueille moins d’enfants qu’en dernier, et d’abord les occasionnels",
      "dit qu’aucun nombre d’enfants ne remplace la catégorie 1 ni le second professionnel",
      "ne propose rien quand rien ne manque",
      "ce qui reconnaît une proposition",
      "tient sur une ligne, que le formulaire ne récrit pas, et change avec un seul mouvement"
    ],
    "regles": []
  },
  {
    "fichier": "src/modules/encadrement/rules/situation.ts",
    "entete": "La situation d'une crèche au milieu de son territoire : ce dont se cherche un remède.",
    "essais": [],
    "regles": []
  },
  {
    "fichier": "src/modules/encadrement/rules/sortie.ts",
    "entete": "L'effectif d'une sortie.\n\nCe que dit le texte : hors de l'établissement, un professionnel pour cinq enfants (R2324-43-2, CAP-12), jamais moins de deux, dont un de\ncatégorie 1 dans une crèche de plus de vingt-quatre places (R2324-43-1, CAP-11).\nComment il est lu ici : un accompagnant compte s'il est de catégorie 1 ou 2 et en poste du début à la fin de la sortie ; un enfant, s'il\nest attendu une minute de la sortie. Le seul d'une micro-crèche (CAP-11b) ne vaut que dans ses murs : en sortie, ils sont deux.\nNon traité : les parents et bénévoles qui accompagnent, que le texte ne compte pas ; le trajet.",
    "essais": [
      "une sortie (R2324-43-2 du CSP, CAP-12)",
      "V-ENC-11 : onze enfants demandent trois professionnels, à deux elle est refusée",
      "V-ENC-12 : quatre enfants en demandent deux",
      "demande une catégorie 1 au-delà de vingt-quatre places (R2324-43-1, CAP-11)",
      "ne compte que qui est en poste du départ au retour, de catégorie 1 ou 2",
      "ôte des deux termes sur place ses enfants et ses accompagnants, et d’eux seuls",
      "au milieu d’un quart d’heure, l’enfant y compte encore, l’accompagnant n’y compte plus",
      "n’emmène pas la continuité de direction : qui est sorti n’est plus dans les murs (CAP-14)",
      "se retrouve parmi les enfants pointés : présents, mais pas sur place"
    ],
    "regles": []
  },
  {
    "fichier": "src/modules/encadrement/rules/territoire.ts",
    "entete": "Les crèches d'un territoire, un jour : chacune avec ses accueils, ses postes et sa journée calculée.",
    "essais": [
      "les crèches d’un jour",
      "ouvrent les jours de leur semaine, hors de leurs fermetures",
      "ne se comptent pas avant le 1er septembre 2021, sans erreur",
      "attendent les enfants sous contrat et ceux qui ont réservé, moins les absents",
      "ont les places de leur autorisation, modulées ce jour de la semaine",
      "comptent leurs professionnels, et les volants libres à part",
      "montrent les enfants pointés sans rien changer à ce qui est prévu",
      "se séparent crèche par crèche sans que leur journée change, renforts et absences d’ailleurs compris"
    ],
    "regles": []
  },
  {
    "fichier": "src/modules/enfants/rules/autorite-parentale.ts",
    "entete": "Autorité parentale du jour : qui en est titulaire, qui l'exerce, et ce qui se contredit.\n\nLe texte : les père et mère l'exercent en commun (C. civ. 372) ; le juge peut en confier l'exercice à un seul (373-2-1) ;\ncelui qui ne peut manifester sa volonté en est privé (373) ; elle se délègue (377) et se retire (378, 378-1).\nLu ici : on ne déduit rien de la filiation, on lit les lignes saisies et l'on dit ce qui ne peut pas être vrai ensemble.\nNon traité : l'étendue d'une délégation partielle, acte par acte. Aucune contradiction n'arrête une saisie : elle se signale.",
    "essais": [
      "Exercice de l’autorité parentale",
      "les deux parents l’exercent ensemble (C. civ. 372)",
      "la mère l’exerce seule, le père en reste titulaire (C. civ. 373-2-1)",
      "un jugement du 1er février change l’exercice ce jour-là, pas la veille : %s, %s",
      "elle prend fin le jour des dix-huit ans (C. civ. 388) : %s, %s",
      "Contradictions signalées, jamais bloquantes",
      "rien de saisi n’est pas une contradiction",
      "personne n’exerce (C. civ. 373, 377)",
      "deux « seul » (C. civ. 373-2-1)",
      "un « seul » et un « conjoint » (C. civ. 372, 373-2-1)",
      "un « conjoint » sans second (C. civ. 372)",
      "une délégation totale et un parent qui exerce (C. civ. 377)",
      "une tutelle et un parent qui exerce (C. civ. 411)",
      "un retrait et une titularité (C. civ. 378-1)"
    ],
    "regles": []
  },
  {
    "fichier": "src/modules/enfants/rules/majorite.ts",
    "entete": "La majorité d'un enfant suivi se prépare.\n\nCe que dit le texte : est majeur qui a dix-huit ans accomplis (C. civ. 388 et 414) ; ce jour-là l'autorité parentale cesse\net la protection d'un mineur avec elle.\nComment il est lu ici : le jour des dix-huit ans est annoncé trente jours avant à qui suit l'enfant ; né un 29 février, le\n28 les années communes (TPS-07). Une naissance estimée s'annonce de même, en le disant.\nNon traité : l'entretien des dix-sept ans et le projet d'accès à l'autonomie, qui viennent avec les mesures.",
    "essais": [
      "la majorité tombe le jour des dix-huit ans (C. civ. 388)",
      "né un 29 février, le 28 février des années communes (TPS-07)",
      "une naissance estimée le dit"
    ],
    "regles": []
  },
  {
    "fichier": "src/modules/enfants/rules/statut.ts",
    "entete": "Statut du jour et ce qu'il change : qui décide pour l'enfant.\n\nLe texte : le mineur est celui qui n'a pas dix-huit ans accomplis (C. civ. 388) ; à dix-huit ans, chacun est capable (414).\nLu ici : le jour du dix-huitième anniversaire, l'enfant est majeur, quel que soit le statut enregistré ; né un 29 février,\nil l'est le 28 février des années communes (TPS-07). Une date de naissance inconnue ne rend personne majeur.",
    "essais": [
      "Majorité : dix-huit ans accomplis (C. civ. 388)",
      "%s",
      "né un 29 février, le %s : %s (règle %s, TPS-07)",
      "une naissance inconnue ne rend personne majeur (TPS-08)",
      "Le statut du jour est celui de sa période, bornes comprises (TPS-09)",
      "le %s : %s"
    ],
    "regles": []
  },
  {
    "fichier": "src/modules/equipes-evaluation/rules/attribution.ts",
    "entete": "Attribuer une évaluation : à quel territoire, et sous combien de jours.\n\nCe que dit le texte (CASF D226-2-4 I) : l'information qualifiée est confiée à l'équipe pluridisciplinaire d'évaluation. Aucun délai\npropre à l'attribution ; celui de trois mois court déjà depuis la réception (IP-003).\nComment il est lu ici : le territoire est proposé par l'adresse (commune, secteur, unité qui la dessert) ; le département se donne\nun nombre de jours pour attribuer. Qui attribue peut choisir un autre territoire.\nNon traité : le foyer qui a deux adresses dans deux territoires.",
    "essais": [
      "Le territoire proposé par l’adresse",
      "la commune, son secteur, l’unité qui la dessert",
      "une commune partagée par quartiers ne se devine pas",
      "sans commune connue, ou non desservie, il se choisit",
      "L’information qualifiée est confiée à une équipe (CASF D226-2-4 I)",
      "le nombre de jours est un réglage du département, le calcul le dit"
    ],
    "regles": []
  },
  {
    "fichier": "src/modules/equipes-evaluation/rules/couverture.ts",
    "entete": "Ce que l'absence d'un évaluateur laisse à découvert.\n\nCe que dit la règle : le délai de trois mois court quand même (CASF D226-2-4 II) ; aucun texte ne règle le remplacement.\nComment elle est lue ici : est à couvrir l'évaluation ouverte dont un évaluateur est parti, est absent ce jour, ou le sera dans les\njours regardés. Le départ l'emporte sur l'absence, l'absence de ce jour sur celle qui vient.\nNon traité : une absence de quelques heures.",
    "essais": [
      "Ce que l’absence d’un évaluateur laisse à découvert",
      "présent tous les jours regardés : rien",
      "absent ce jour, le premier comme le dernier",
      "absent bientôt : le quatorzième jour compte, le quinzième non",
      "le départ l’emporte"
    ],
    "regles": []
  },
  {
    "fichier": "src/modules/equipes-evaluation/rules/equipe.ts",
    "entete": "L'équipe d'évaluation (IP-013) : au moins deux professionnels, de métiers qui se complètent.\n\nCe que dit le texte (CASF D226-2-5, à lire sur Légifrance) : l'équipe est pluridisciplinaire et formée.\nComment il est lu ici : deux évaluateurs au moins, de deux métiers différents. Le texte n'est pas vérifié : la règle avertit et\ndemande pourquoi, elle n'empêche pas. La proposition d'équipe prend les moins chargés parmi les présents, de métiers différents ;\nune évaluation en retard pèse comme deux. Qui attribue choisit.\nNon traité : la formation suivie par chacun, que Marelle ne tient pas encore.",
    "essais": [
      "Deux évaluateurs de métiers qui se complètent (CASF D226-2-5)",
      "deux métiers différents : rien à dire",
      "%s : la règle avertit, sans refuser, car le texte est à confirmer",
      "L’équipe proposée",
      "prend le moins chargé, puis le moins chargé d’un autre métier",
      "compte une évaluation en retard pour deux",
      "laisse les absents, et rend ce qu’elle trouve"
    ],
    "regles": []
  },
  {
    "fichier": "src/modules/equipes-evaluation/rules/obligations.ts",
    "entete": "Attribuer l'évaluation d'une information qualifiée (IP-004).\n\nCe que dit le texte (CASF D226-2-4 I) : l'information qualifiée est confiée à l'équipe pluridisciplinaire d'évaluation, sans délai propre.\nComment il est lu ici : sous le nombre de jours que le département s'est donné, compté de la qualification (`attribution.ts`). Une\névaluation commencée ou remise est attribuée, que l'attribution soit inscrite ou non.\nNon traité : la réattribution, quand l'équipe change en cours d'évaluation.",
    "essais": [
      "L’information qualifiée est confiée à une équipe (CASF D226-2-4 I)",
      "qualifiée le 26 février, à trois jours : vue le %s, %s",
      "sans qualification, rien n’est à attribuer",
      "l’attribution la satisfait, la clôture l’éteint",
      "une évaluation commencée est attribuée, même si rien ne l’inscrit",
      "le département règle le nombre de jours",
      "aucun fait, si contradictoire soit-il, ne casse ces règles"
    ],
    "regles": [
      "IP-004"
    ]
  },
  {
    "fichier": "src/modules/evaluations/rules/avis.ts",
    "entete": "Les avis que recueille une évaluation (IP-016).\n\nCe que dit le texte (CASF D226-2-6 II) : l'équipe recueille l'avis du mineur, des titulaires de l'autorité parentale, de\nl'entourage et des professionnels qui connaissent le mineur.\nComment il est lu ici : un avis de chaque mineur né et de chaque titulaire connu (ou un seul, donné ensemble), au moins un de l'entourage et un d'un\nprofessionnel ; pour chacun, l'avis lui-même ou pourquoi il n'a pas été recueilli.\nNon traité : l'âge sous lequel un enfant ne peut pas donner d'avis ; l'équipe l'écrit comme une raison.",
    "essais": [
      "Les avis du mineur, des titulaires, de l’entourage et des professionnels (CASF D226-2-6 II)",
      "chacun recueilli, ou dit pourquoi, rien ne manque",
      "chaque mineur né donne le sien",
      "chaque titulaire connu donne le sien",
      "aucun titulaire connu : un avis de titulaire est demandé quand même",
      "celui de l’%s manque",
      "la règle est nommée et renvoie à la page des avis"
    ],
    "regles": []
  },
  {
    "fichier": "src/modules/evaluations/rules/faits.ts",
    "entete": "Les faits d'une évaluation que lisent ses règles, et la forme de ce qui manque à un rapport.",
    "essais": [],
    "regles": []
  },
  {
    "fichier": "src/modules/evaluations/rules/obligations.ts",
    "entete": "Achever l'évaluation d'une information (IP-010, IP-011), la surveiller avant son terme (IP-038), en valider le rapport (IP-020).\n\nCe que dit le texte : l'évaluation est achevée dans les trois mois de la réception, dans un délai réduit si un mineur a moins de deux\nans ou si le danger le veut (CASF D226-2-4 II, depuis le 4 novembre 2016) ; elle finit par un rapport, sa conclusion commune et sa\nproposition (D226-2-7), sans délai propre à sa validation.\nComment il est lu ici : le rapport remis l'achève ; la clôture, le classement hors information ou le transfert l'arrêtent ; la majorité\nne l'arrête pas d'elle-même. Une évaluation en retard reste due, jamais close d'office : on alerte à 60, 75 et 90 jours de la\nréception, une alerte à la fois, que le rapport remis éteint (IP-038, pratique). Le rapport remis se valide avant le même terme.\nNon traité : le nouvel élément, qui n'ouvre pas de nouveau délai (IP-037) ; la suspension par le juge, pendant laquelle il court ; le\nrapport rendu pour complément, qui reste à valider à la même date.",
    "essais": [
      "L’évaluation est achevée dans les trois mois de la réception (CASF D226-2-4 II)",
      "reçue le 7 février, vue le %s : %s",
      "le rapport remis la satisfait, la clôture sans rapport l’éteint",
      "le délai vaut pour ce qui est reçu depuis le 4 novembre 2016 : reçue le %s",
      "Le délai est réduit sous deux ans (CASF D226-2-4 II)",
      "la veille des deux ans il l’est, le jour même non ; jamais les deux à la fois",
      "né un 29 février, il a deux ans le 28 février d’une année commune",
      "un autre mineur du foyer y suffit, et la durée décidée l’emporte sur celle du département",
      "le département règle la durée",
      "Une évaluation qui tarde s’alerte à 60, 75 et 90 jours (IP-038, pratique)",
      "le %s : %s",
      "le rapport remis l’éteint",
      "Plusieurs informations pour un même enfant",
      "un fait sans nom va à la dernière reçue ce jour-là",
      "un fait nommé va à la sienne",
      "Le rapport remis se valide, le terme de l’évaluation servant de repère (CASF D226-2-7)",
      "reçue le 30 novembre, vue le %s : %s",
      "pas de rapport, rien à valider",
      "une décision prise suppose un rapport remis et validé",
      "la validation la satisfait, la clôture l’éteint",
      "aucun fait, si contradictoire soit-il, ne casse ces règles"
    ],
    "regles": [
      "IP-010",
      "IP-011",
      "IP-038",
      "IP-020"
    ]
  },
  {
    "fichier": "src/modules/evaluations/rules/rapport.ts",
    "entete": "Le rapport d'évaluation : un volet par mineur (IP-012), son contenu (IP-014), sa conclusion et sa proposition (IP-020).\n\nCe que dit le texte : l'évaluation porte aussi sur les autres mineurs présents au domicile (CASF L226-3, D226-2-3 I) ; elle apprécie\nles besoins, la santé, l'éducation, le développement et les signes de souffrance du mineur, la capacité des titulaires de l'autorité\nparentale à se mobiliser et les ressources de l'entourage, sans chercher à établir la véracité des faits (D226-2-3 II et III) ;\nle rapport porte une conclusion unique et commune, et l'une de trois propositions : classement, actions adaptées, saisine\nargumentée de l'autorité judiciaire (D226-2-7).\nComment il est lu ici : chaque mineur a son volet, dont les rubriques du texte sont écrites ; ce qui regarde les parents et\nl'entourage s'écrit une fois pour le foyer. Un mineur impossible à rencontrer (IP-019, D226-2-6 II) ou un danger présumé que\nl'on ne peut évaluer (IP-031, L226-4 I) oblige à proposer la saisine. La saisine se motive ; les autres propositions, au choix.\nNon traité : une conclusion différente pour deux mineurs du même foyer ; le texte la veut commune.",
    "essais": [
      "Un volet par mineur du foyer (CASF L226-3, D226-2-3)",
      "tous les volets écrits, rien ne manque",
      "un mineur du foyer oublié, signalé ou non, empêche la remise",
      "un volet commencé dit ce qui lui manque",
      "ce que le texte ne demande pas peut rester vide",
      "l’enfant à naître a son volet, sans scolarité",
      "la mobilisation des titulaires et les ressources de l’entourage s’écrivent pour le foyer (CASF D226-2-3 II)",
      "Une conclusion commune et une proposition (CASF D226-2-7)",
      "sans conclusion, ou sans proposition, le rapport ne se remet pas",
      "la saisine se motive, le classement au choix",
      "un mineur impossible à rencontrer interdit « %s » (CASF D226-2-6 II)",
      "un danger présumé que l’on ne peut évaluer oblige la saisine (CASF L226-4 I)"
    ],
    "regles": []
  },
  {
    "fichier": "src/modules/evaluations/rules/referentiel.ts",
    "entete": "Le référentiel d'évaluation appliqué (IP-006).\n\nCe que dit le texte : l'évaluation est menée au regard d'un référentiel national fixé par décret (CASF L226-3, D226-2-3 V ; décret\nn° 2022-1728 du 30 décembre 2022, qui rend obligatoire celui de la Haute Autorité de santé).\nLe cadre national de référence de la HAS : validé le 12 janvier 2021, publié le 20 ; aucune version ultérieure connue ici.\nComment il est lu ici : le nom et la version du référentiel en vigueur le jour où l'évaluation commence sont inscrits au rapport.\nNon traité : un référentiel local appliqué avant le 1er janvier 2023.",
    "essais": [],
    "regles": []
  },
  {
    "fichier": "src/modules/evaluations/rules/remise.ts",
    "entete": "Remettre le rapport d'évaluation : ce qui l'empêche, tout à la fois.\n\nCe que disent les textes : les rencontres et les avis (CASF D226-2-6 II), le volet de chaque mineur (L226-3, D226-2-3), la conclusion\net la proposition (D226-2-7) sont ce que l'évaluation doit contenir.\nComment ils sont lus ici : la liste entière de ce qui manque est montrée pendant l'évaluation ; la remise est refusée tant qu'il en\nreste, sous le texte de chaque manque. Un texte à confirmer avertit sans refuser.\nNon traité : un rapport partiel remis pour un seul mineur du foyer.",
    "essais": [
      "La remise du rapport d’évaluation (CASF D226-2-6, D226-2-7)",
      "rien ne manque : il se remet",
      "tout ce qui manque est dit à la fois, chaque point sous sa règle",
      "chaque manque dit où le combler",
      "Le référentiel appliqué est inscrit au rapport (CASF L226-3, décret n° 2022-1728)",
      "celui de la HAS, depuis le 1er janvier 2023",
      "une évaluation plus ancienne porte le premier connu"
    ],
    "regles": []
  },
  {
    "fichier": "src/modules/evaluations/rules/rencontres.ts",
    "entete": "Les rencontres d'une évaluation : au domicile avec le mineur et les titulaires (IP-017), le mineur sans ses parents (IP-018),\nle mineur que l'on n'a pas pu rencontrer (IP-019).\n\nCe que dit le texte (CASF D226-2-6 II) : l'équipe fait au moins une rencontre au domicile avec le mineur et les titulaires de\nl'autorité parentale ; elle rencontre le mineur sans ses parents, selon son âge et sa maturité, avec leur accord ; si elle ne peut\npas le rencontrer, l'autorité judiciaire est saisie.\nComment il est lu ici : la rencontre au domicile vaut pour chaque mineur signalé, ou l'équipe dit pourquoi elle n'a pas eu lieu.\nUn mineur déjà vu l'a été sans ses parents, ou l'on dit pourquoi. Un mineur jamais rencontré ne peut l'être que parce que c'était\nimpossible : cela se dit, et oblige la saisine. L'enfant à naître n'est rencontré ni seul ni au domicile.\nNon traité : la rencontre par visioconférence, que le texte ne connaît pas.",
    "essais": [
      "La rencontre au domicile, avec le mineur et les titulaires (CASF D226-2-6 II)",
      "une rencontre tenue au domicile avec eux suffit",
      "une rencontre %s n’en tient pas lieu",
      "chaque mineur signalé y est, les autres du foyer non",
      "la raison écrite de ne pas l’avoir faite suffit",
      "un foyer où l’enfant est à naître se rencontre aussi chez lui",
      "Le mineur vu sans ses parents, ou pourquoi non (CASF D226-2-6 II)",
      "vu seulement avec eux, et sans raison, il manque",
      "son âge, sa maturité ou un refus l’expliquent",
      "un enfant à naître n’est pas rencontré",
      "Le mineur que l’on n’a pas pu rencontrer (CASF D226-2-6 II)",
      "jamais rencontré et sans raison, le rapport ne se remet pas",
      "l’impossibilité dite, la saisine est due",
      "rencontré depuis, l’impossibilité ne compte plus"
    ],
    "regles": []
  },
  {
    "fichier": "src/modules/evaluations/rules/validation.ts",
    "entete": "La validation d'un rapport d'évaluation.\n\nCe que dit la règle : le circuit veut un valideur qui n'est pas évaluateur (référentiel métier § 2.3) ; le président peut déléguer\nsa signature pour valider un rapport (CGCT L3221-3). La validation précède la décision : aucun texte ne la réserve au président.\nComment elle est lue ici : valide qui en a l'habilitation, encadre l'unité, et n'a jamais été de l'équipe ; la base le refuse aussi.\nLà où une délégation « Valider un rapport d'évaluation » est en vigueur ce jour, elle est demandée ; là où il n'y en a pas,\nl'habilitation suffit.\nNon traité : la validation par deux personnes.",
    "essais": [
      "La validation du rapport par qui n’a pas évalué",
      "une personne hors de l’équipe valide",
      "qui a été de l’équipe, même un temps, ne valide pas",
      "là où une délégation est en vigueur, elle est demandée (CGCT L3221-3)"
    ],
    "regles": []
  },
  {
    "fichier": "src/modules/informations-preoccupantes/rules/delais.ts",
    "entete": "Les délais du circuit : évaluer (IP-010, IP-011), qualifier (IP-005), dire les suites à la source (IP-024, IP-025), relancer le\nparquet (IP-033), alerter avant le terme (IP-038).\n\nCe que dit le texte : l'évaluation est achevée dans les trois mois de la réception ; le délai est réduit si un mineur a moins de\ndeux ans ou si le danger le veut, sans durée chiffrée (CASF D226-2-4 II). Le professionnel ou l'élu est informé des suites dans\nles trois mois de sa transmission ; toute autre personne, à sa demande, dans les trois mois de cette demande (L226-5, al. 1 et 2).\nComment il est lu ici : de la réception à la cellule, pas de la qualification (IP-003) ; même quantième, sans report (TPS-06). La\ndurée réduite est un paramètre du département, et ne peut qu'abréger. Un anonyme ne reçoit pas de retour (IP-026, à confirmer).\nNon traité : la durée réduite selon la nature du danger, que le texte ne chiffre pas : qui qualifie la décide et la motive.",
    "essais": [
      "l’évaluation s’achève trois mois après la réception : %s (D226-2-4 II)",
      "un délai réduit à %i jours se compte en jours (IP-011)",
      "un délai réduit n’allonge jamais : les trois mois s’appliquent s’ils sont plus courts, et l’on le dit",
      "le calcul se dit étape par étape",
      "moins de deux ans : la veille de l’anniversaire, pas le jour",
      "la source %s est informée dans les trois mois (L226-5, %s)",
      "un particulier qui n’a rien demandé et un anonyme n’attendent pas de retour (IP-025, IP-026)",
      "les alertes passent à 60, 75 et 90 jours ; le retard se compte du lendemain du terme : le %s (IP-038)"
    ],
    "regles": []
  },
  {
    "fichier": "src/modules/informations-preoccupantes/rules/horloge.ts",
    "entete": "L'horloge d'une information : ce qui est dû maintenant, pour quand, et pourquoi ce jour.\n\nCe que dit le texte : l'évaluation est achevée dans les trois mois de la réception (CASF D226-2-4 II) ; aucun texte ne chiffre la\npremière analyse, le département s'en donne un délai (IP-005).\nComment il est lu ici : le délai légal court dès la réception et s'affiche avant même la qualification ; il court aussi pendant une\nsuspension. Il s'arrête au rapport remis. La première analyse se compte en jours ouvrés, sans délai en danger grave et immédiat.\nNon traité : le délai d'un signalement, qui part « sans délai » (L226-4).",
    "essais": [
      "la première analyse se compte en jours ouvrés : reçue %s (IP-005)",
      "un danger grave et immédiat s’analyse le jour même",
      "trois mois du 31 août finissent le 30 novembre : %s (D226-2-4 II)",
      "avant la qualification, deux horloges courent : l’analyse et déjà l’évaluation",
      "l’horloge s’arrête au rapport remis, et dit son retard",
      "suspendue, le délai légal continue de s’afficher",
      "écartée ou transférée, plus rien ne court",
      "le délai réduit ne peut qu’abréger, et dit ses deux textes"
    ],
    "regles": []
  },
  {
    "fichier": "src/modules/informations-preoccupantes/rules/information-donnee.ts",
    "entete": "Ce que l'on dit aux parents, au mineur, à la source.\n\nCe que dit le texte : les parents sont informés de l'évaluation, sauf intérêt contraire du mineur (CASF D226-2-6 I, IP-015) ; ils\nle sont par écrit d'une saisine de l'autorité judiciaire (L226-5, al. 3, IP-023) ; la source l'est des suites (IP-024, IP-025).\nComment il est lu ici : l'intérêt contraire de l'enfant dispense, et s'écrit. Une saisine se dit par courrier, courriel ou écrit\nremis : un entretien ne suffit pas. L'alinéa, tel qu'il est lu, n'ouvre pas de dispense pour la saisine : elle s'inscrit et avertit.\nQui est resté anonyme ne peut rien recevoir (IP-026).\nNon traité : l'information de chaque parent séparément quand ils vivent séparés ; la précision le dit en clair.",
    "essais": [
      "les parents sont informés par écrit d’une saisine : un entretien est refusé, un courrier est admis (CASF L226-5, al. 3)",
      "la dispense d’informer les parents d’une saisine s’inscrit, et avertit que le texte n’en ouvre pas (CASF L226-5, al. 3)",
      "les parents peuvent apprendre de vive voix la mise en place de l’évaluation (CASF D226-2-6 I)",
      "on inscrit ce qui a été dit, ni avant la réception ni dans l’avenir",
      "rien n’est dû à une source anonyme : l’inscrire avertit (IP-026)",
      "ne rien dire demande d’écrire en quoi l’intérêt de l’enfant s’y oppose (CASF D226-2-6 I)",
      "chaque objet se dit à qui il revient : les suites à la source, une saisine aux parents"
    ],
    "regles": []
  },
  {
    "fichier": "src/modules/informations-preoccupantes/rules/informations-suivies.ts",
    "entete": "Les informations préoccupantes d'un enfant, rassemblées de ses faits.\n\nComment c'est lu ici : un fait qui nomme son information s'y range ; sans nom, il va à la dernière reçue ce jour-là ou avant, à\ndéfaut à la première. De chaque acte, c'est le premier qui compte : une évaluation remise le reste si l'on y revient. Un acte qui n'est pas\ninscrit a eu lieu au plus tard quand un acte qui le suppose l'est : on ne décide que d'un rapport validé, on ne valide que ce qui est remis.\nLe délai est réduit de la durée décidée à la qualification ; à défaut, si l'enfant ou un mineur du foyer a moins de deux ans à la\nréception, de celle que le département a réglée (IP-011).",
    "essais": [],
    "regles": []
  },
  {
    "fichier": "src/modules/informations-preoccupantes/rules/repetition.ts",
    "entete": "Une information qui revient : combien de fois, pour le même enfant ou sa fratrie, en douze mois.\n\nCe que dit le texte : rien ; la répétition est un signe que la pratique et le référentiel national d'évaluation demandent de voir.\nComment il est lu ici : on compte celle-ci et celles reçues dans les douze mois qui la précèdent, quelle que soit leur suite. Une même\nadresse ne compte pas : un immeuble a beaucoup de familles. Un élément nouveau n'est pas une information de plus.",
    "essais": [
      "la répétition se compte sur douze mois : %s",
      "un 29 février regarde au 28 février de l’année d’avant",
      "le même enfant et sa fratrie comptent ; la seule adresse et un élément nouveau, non"
    ],
    "regles": []
  },
  {
    "fichier": "src/modules/informations-preoccupantes/rules/transitions.ts",
    "entete": "Les états d'une information préoccupante et les actes qui en font changer.\n\nCe que dit le texte : la cellule recueille, traite et évalue (CASF L226-3) ; elle dit si l'information est préoccupante,\nconfie l'évaluation à une équipe, saisit l'autorité judiciaire en cas de danger grave et immédiat (D226-2-4) ; le rapport\nconclut (D226-2-7) et le président décide.\nComment il est lu ici : une table état × acte, lue par les boutons et par les commandes. Un état final ne se rouvre pas : une\nsuite est une nouvelle information, liée. Réunir un élément nouveau ou signaler en urgence ne change pas l'état.\nNon traité : le dessaisissement d'un département après transfert refusé.",
    "essais": [
      "de l’état « %s »",
      "l’acte « %s » mène où le référentiel le dit, ou nulle part",
      "la liste des actes est celle de la table, et un état final n’en a aucun",
      "tout état autre que le premier s’atteint depuis la réception",
      "chaque ligne de l’histoire se lit, un code disparu aussi"
    ],
    "regles": []
  },
  {
    "fichier": "src/modules/instances/rules/cessec.ts",
    "entete": "L'examen par la CESSEC (CES-001, CES-002).\n\nCe que dit le texte (CASF L223-1, D223-26, depuis le 3 décembre 2016) : la commission examine la situation des enfants confiés depuis plus\nd'un an quand existe un risque de délaissement ou que le statut paraît inadapté ; celle des enfants de moins de deux ans, tous les six\nmois.\nComment il est lu ici : le risque est celui qu'on inscrit, ou le silence d'un parent depuis un an (DET-03) ; l'examen est dû sous un délai\ndu département, au plus tôt quand l'enfant est confié depuis un an, et une seule fois pour ce qui est repéré avant lui. Un contact qui\nreprend éteint ce que le silence avait ouvert. Tous les six mois, du début de l'accueil puis du dernier examen, tant que l'enfant n'a pas\nl'âge à l'échéance : deux ans avant le 23 février 2022, celui que règle le département depuis (trois ans, à confirmer). Un accueil en cours\nle 3 décembre 2016 compte de ce jour.\nNon traité : les critères qui demandent d'autres faits (actes refusés, visites suspendues, lieux successifs).",
    "essais": [
      "La CESSEC examine l’enfant confié depuis plus d’un an dont le statut inquiète (CASF L223-1, D223-26)",
      "sous le délai du département, depuis le jour où c’est repéré",
      "au plus tôt un an après le début de l’accueil : la veille rien, le jour même elle naît",
      "un parent sans contact depuis un an la fait naître (DET-03) ; le contact repris l’éteint",
      "le silence commencé avant l’accueil compte encore",
      "ce qui est repéré avant l’examen ne la doit qu’une fois ; après, une nouvelle fois",
      "la fin de l’accueil l’éteint ; non confié, rien",
      "depuis le 3 décembre 2016 : repéré le %s, %i",
      "La CESSEC examine les tout-petits tous les six mois (CASF L223-1)",
      "confié le 10 janvier, vu le %s : %s",
      "puis du dernier examen, tant qu’il n’a pas l’âge à l’échéance",
      "deux ans avant le 23 février 2022, trois depuis : confié à vingt-deux mois",
      "l’âge de trois ans est à confirmer, celui de deux est vérifié",
      "le département règle cet âge",
      "un accueil en cours le 3 décembre 2016 compte de ce jour ; fini avant, rien",
      "aucun fait, si contradictoire soit-il, ne casse ces règles"
    ],
    "regles": [
      "CES-001",
      "CES-002"
    ]
  },
  {
    "fichier": "src/modules/instances/rules/contacts.ts",
    "entete": "Les contacts de chaque parent, et les silences d'un an qu'ils laissent.\n\nCe que dit le texte (C. civ. 381-2, al. 2) : une simple demande de nouvelles, ou une intention non suivie d'effet, n'interrompt pas le\ndélai (EXA-003).\nComment il est lu ici : seul un contact effectif s'inscrit. Un silence commence un an après le dernier contact d'un parent et finit au\nsuivant. Un parent dont aucun contact n'est inscrit n'est pas compté : on ne sait pas s'il est titulaire de l'autorité parentale.\nNon traité : le parent empêché par autrui d'exercer ses relations.",
    "essais": [
      "Les contacts effectifs de chaque parent (C. civ. 381-2)",
      "un parent dont aucun contact n’est inscrit n’est pas compté ; demain n’a pas eu lieu",
      "un silence commence un an après, le 28 février pour un contact du 29",
      "un contact dans l’année ne laisse pas de silence ; plus tard, il y met fin"
    ],
    "regles": []
  },
  {
    "fichier": "src/modules/instances/rules/pupille.ts",
    "entete": "Le pupille de l'État : son admission (CF-008), son conseil de famille (CF-006, CF-007), sa restitution (CF-009).\n\nCe que dit le texte : déclaré pupille à titre provisoire, l'enfant est admis après deux mois (filiation inconnue, remise par ceux qui peuvent\nconsentir, orphelin), six mois s'il est remis par un seul parent, sans délai après un retrait total ou une déclaration de délaissement (CASF\nL224-4). Le conseil de famille examine sa situation chaque année (L224-1), une première fois sous deux mois de l'admission définitive, et de\nla déclaration provisoire dans les cas 3° et 4° (numéro d'article à confirmer). Pendant le délai, un parent peut le reprendre sans formalité ;\nrestitué, l'enfant est accompagné trois ans (L224-6, à confirmer).\nComment il est lu ici : de date à date, sans report. Sans cas inscrit, deux mois. L'année se compte de l'admission définitive, puis de chaque\nexamen ; le premier satisfait les deux. La restitution, l'adoption ou la majorité arrêtent tout. L'accompagnement n'a pas d'acte qui\nl'achève : il s'éteint au bout de trois ans.\nNon traité : le recours contre l'arrêté d'admission, la composition et le quorum du conseil.",
    "essais": [
      "Déclaré pupille à titre provisoire, l’enfant est admis au bout du délai (CASF L224-4)",
      "déclaré le 31 décembre, cas %s : %s",
      "le 29 février d’une année bissextile",
      "l’arrêté la satisfait, la restitution l’éteint",
      "dans la rédaction du 16 mars 2016 : déclaré le %s, %i",
      "Le conseil de famille examine chaque pupille une première fois sous deux mois (numéro à confirmer)",
      "de l’admission définitive",
      "de la déclaration provisoire dans les cas 3° et 4° seulement",
      "Puis chaque année (CASF L224-1)",
      "de l’admission, puis de chaque examen",
      "la restitution, l’adoption ou la majorité l’arrête",
      "Restitué, l’enfant est accompagné trois ans (CASF L224-6, à confirmer)",
      "jusqu’au troisième anniversaire de la restitution, puis elle s’éteint"
    ],
    "regles": [
      "CF-006",
      "CF-007",
      "CF-008",
      "CF-009"
    ]
  },
  {
    "fichier": "src/modules/instances/rules/statut.ts",
    "entete": "L'examen d'un placement long (EXA-001) et la requête en délaissement (EXA-002).\n\nCe que dit le texte : quand le placement dure, le service examine l'opportunité d'autres mesures : tous les deux ans, et pour l'enfant confié\navant deux ans, à un an puis un an après (CASF L227-2-1, décret n° 2016-1638, depuis le 2 décembre 2016). La requête en délaissement est\nobligatoire à l'expiration d'un an de désintérêt des parents (C. civ. 381-2, depuis le 16 mars 2016).\nComment il est lu ici : de date à date depuis le premier jour du placement par le juge, puis du dernier examen ; pour l'enfant confié avant\ndeux ans, tous les ans sans fin, le texte lu ne disant rien au-delà du deuxième. Un placement en cours le 2 décembre 2016 compte de ce jour.\nLe délaissement se compte du dernier contact de tous les parents connus, et au plus tôt un an après l'accueil ; il se prépare dès six mois\nde silence (DET-02) et ne se montre pas avant. Avec un seul parent connu, la requête ne vise que lui.\nNon traité : la durée cumulée de placements séparés ; les mesures de soutien proposées aux parents, que la requête doit montrer.",
    "essais": [
      "Un placement long fait examiner d’autres mesures (CASF L227-2-1)",
      "tous les deux ans, du placement puis du dernier examen",
      "confié avant deux ans, à un an, puis un an après : la veille de ses deux ans oui, le jour même non",
      "confié par le juge au service, non par ses parents ni à un tiers",
      "un placement en cours le 2 décembre 2016 compte de ce jour",
      "La requête en délaissement est obligatoire après un an de désintérêt (C. civ. 381-2)",
      "d’un an après le dernier contact de l’un des deux parents",
      "elle se prépare dès six mois de silence, non avant (DET-02)",
      "au plus tôt un an après l’accueil",
      "un contact qui reprend fait repartir le délai ; la requête la satisfait, la fin de l’accueil l’éteint",
      "avec un seul parent connu, elle ne vise que lui et n’est pas critique",
      "depuis le 16 mars 2016 : dernier contact le %s, %i"
    ],
    "regles": [
      "EXA-001",
      "EXA-002"
    ]
  },
  {
    "fichier": "src/modules/journees-eaje/rules/journee-resumee.ts",
    "entete": "La journée finie d'une crèche, réduite à ce dont les indicateurs du territoire sont faits (référentiel petite enfance, §9).\n\nCe que dit le texte : l'effectif se tient à tout instant, selon les enfants effectivement présents (R2324-43, CAP-08, CAP-11) ; 115 % de\nla capacité à un instant, 100 % sur la semaine (R2324-27, CAP-05, CAP-06) ; la catégorie 1 se compare à l'effectif minimal (R2324-42,\nCAP-10) ; quelqu'un d'apte assure la continuité de direction (R2324-36, CAP-14).\nComment il est lu ici : les enfants sont ceux que l'on a pointés, les professionnels ceux que le planning prévoyait, absences et vacations\ncomprises : eux ne pointent pas. Une heure qui manque est celle de l'accueil prévu ; sans accueil prévu, l'enfant ne compte pas. Un jour\nsans un seul pointage est compté sur les accueils prévus, et le dit. L'occupation se compte en minutes. Au-dessus de 115 %, les deux\nlectures de l'arrondi se gardent à part (`encadrement/rules/manque.ts`). Sans autorisation connue, ni l'occupation ni le surnombre ne se comptent. Les heures que l'on aurait pu\noffrir se mesurent sur le réservé, à un enfant qui ne marche pas : ce qu'il permet vaut pour tous. À un enfant qui marche, l'effectif permet\nparfois davantage : les deux se gardent, et ne s'additionnent pas (IND-28).\nLes enfants et les accompagnants d'une sortie inscrite ne comptent pas sur place (CAP-12) : toute la crèche sortie, le taux et la\ncontinuité ne se jugent pas. Où chaque section arrondit à part, l'offre est celle de la section qui en a le plus : elles prendraient les\nmêmes places.\nNon traité : les professionnels réellement venus ; l'effectif des sorties, qui n'entre pas dans ces sommes.",
    "essais": [
      "la journée résumée d’une crèche",
      "tient le taux à chaque quart d’heure avec des enfants (IND-07, R2324-43)",
      "dit huit heures-agent de manque pour un absent de 8 h 30 à 16 h 30 (IND-08, V-RMP-01)",
      "sans catégorie 1 au-delà de vingt-quatre places, aucun quart n’est conforme mais aucun agent ne manque en nombre (R2324-43-1)",
      "un seul quart d’heure sans personne apte, et la continuité n’est pas tenue du jour (IND-16, R2324-36)",
      "toute la crèche en sortie ne rompt ni la continuité ni le taux, et n’ajoute pas de catégorie 1 (IND-16, IND-09, CAP-12)",
      "%d places, %d enfants : %d quarts au-dessus de la capacité, %d au-dessus de 115 %%, %d selon l’arrondi (IND-06, R2324-27)",
      "la modulation change la capacité de chaque quart (CAP-04)",
      "la semaine se mesure à la minute : 45 enfants de 8 h 14 à 17 h 46 n’emplissent pas quarante places (CAP-06, R2324-27)",
      "compte les enfants venus, non les attendus",
      "une heure qui manque est celle de l’accueil prévu ; sans accueil prévu, l’enfant ne compte pas, et les deux se disent",
      "un jour sans pointage se compte sur les accueils prévus",
      "sans autorisation connue, ni occupation ni surnombre : rien ne se divise par zéro place",
      "sans enfant, rien n’est exigé et rien ne manque",
      "dit les heures que l’on aurait pu offrir, en deux demi-journées, dans la limite de l’effectif (IND-28, R2324-43)",
      "section par section, l’offre est celle de la section qui en a le plus, sans addition (IND-28)"
    ],
    "regles": []
  },
  {
    "fichier": "src/modules/journees-eaje/rules/quota.ts",
    "entete": "Le quota de catégorie 1, sur le mois civil.\n\nCe que dit le texte : la moyenne mensuelle des professionnels de catégorie 1 vaut au moins 40 % de l'effectif mensuel de référence,\nqui est la moyenne de l'effectif minimal (R2324-42 et R2324-43 I, CAP-10).\nComment il est lu ici : la référence est l'effectif que la règle exigeait, jamais celui qui était là ; les deux moyennes se prennent sur\nles mêmes quarts d'heure, ceux où des enfants sont attendus. On compare des sommes : la division ne change pas le sens.\nNon traité : les modalités de l'arrêté, qui n'a pas été lu.",
    "essais": [
      "le quota mensuel de catégorie 1 (R2324-42 du CSP, CAP-10)",
      "$requis centièmes d’effectif minimal et $cat1 de catégorie 1 : tenu $tenu",
      "sans enfant attendu du mois, n’a pas de part"
    ],
    "regles": []
  },
  {
    "fichier": "src/modules/lieux-accueil/rules/sejour-pouponniere.ts",
    "entete": "La durée d'un séjour en pouponnière (POU-001).\n\nCe que dit le texte (décret n° 2025-900 du 5 septembre 2025, en vigueur le 7) : le séjour dure quatre mois, renouvelable une fois après\névaluation.\nComment il est lu ici : quatre mois de date à date depuis l'entrée, sans report ; renouvelé, huit mois depuis l'entrée. Une alerte vient\nun mois avant chaque terme (troisième et septième mois) et s'efface devant lui. Rien n'est bloqué : le séjour qui dépasse reste dû, en\nretard. Un second renouvellement n'ouvre rien de plus.\nNon traité : le séjour commencé avant le 7 septembre 2025 ; l'entrée dans une seconde pouponnière le jour où l'on quitte la première,\nqui commence un nouveau séjour ; la capacité (POU-002), l'encadrement (POU-003) et l'équipe dédiée (POU-004) d'une pouponnière,\nl'autorisation, l'évaluation, l'habilitation, le contrat et les événements graves d'un établissement (LIE-001 à LIE-014), l'agrément,\nla formation, la suspension et le contrat d'un assistant familial (AF-001 à AF-041) : Marelle ne tient encore ni établissement ni\nassistant familial, aucun fait ne les nourrit.",
    "essais": [
      "Le séjour en pouponnière dure quatre mois (décret n° 2025-900)",
      "entré un 31 octobre, alerte au troisième mois et terme au quatrième : vu le %s",
      "le quatrième mois d’une entrée du 31 octobre finit le 29 février d’une année bissextile",
      "renouvelé une fois, il dure huit mois, et ne se renouvelle plus",
      "la sortie le satisfait",
      "il se compte pour qui entre depuis le 7 septembre 2025 : entré le %s, %i",
      "aucun fait, si contradictoire soit-il, ne casse cette règle"
    ],
    "regles": [
      "POU-001"
    ]
  },
  {
    "fichier": "src/modules/mesures/rules/compatibilite.ts",
    "entete": "La mesure convient-elle au statut de l'enfant, le jour où on la décide ?\n\nCe que dit le texte : l'assistance éducative vise le mineur non émancipé (C. civ. 375) ; à dix-huit ans on est majeur (388) ; un\npupille est admis selon l'article L224-4 du CASF ; la tutelle déférée au département est levée dès l'admission comme pupille\n(C. civ. 411) ; l'accueil durable et bénévole se fait hors assistance éducative (CASF L221-2-1).\nComment il est lu ici : un majeur n'a plus que l'accompagnement des jeunes majeurs et les aides qui vont jusqu'à vingt et un ans ;\nla prise en charge d'un pupille suppose ce statut, provisoire ou définitif ; une délégation de l'autorité parentale sur un pupille\navertit, le tuteur l'exerçant déjà. Un statut à déterminer n'oppose rien.\nNon traité : l'autorité parentale d'un seul parent.",
    "essais": [],
    "regles": []
  },
  {
    "fichier": "src/modules/mesures/rules/couverture.ts",
    "entete": "Ce qu'une décision couvre : un dernier jour écrit, ou une durée comptée du premier, compris (TPS-09).",
    "essais": [],
    "regles": []
  },
  {
    "fichier": "src/modules/mesures/rules/decision.ts",
    "entete": "Ce qui s'oppose à une décision que l'on prend ou que l'on reçoit, et à son début.\n\nCe que dit le texte : aucune admission à l'aide sociale à l'enfance sans accord écrit des représentants légaux, sauf décision\njudiciaire, urgence ou prestation en espèces (CASF L223-2, al. 1, MES-001) ; une prestation dure un an au plus (L223-5, al. 1,\nMES-002), une mesure d'assistance éducative deux ans (C. civ. 375, al. 3, MES-013), sauf un accueil en service ou institution\nquand les difficultés des parents sont graves, sévères et chroniques (375, al. 4, MES-014) ; échue sans renouvellement, elle\ncesse (375, MES-027) ; les mesures du mineur cessent à dix-huit ans (388, MES-028), et ne visent pas le mineur émancipé (375).\nComment il est lu ici : le plafond se compte du premier jour, compris ; sans fin écrite, on prévient du plafond. Un renouvellement\nse décide au plus tard le dernier jour de la décision qu'il prolonge ; après, c'est une mesure nouvelle. Une naissance incertaine\navertit et n'arrête pas (TPS-08). L'accord oral suffit à avertir pour une aide à domicile, jamais pour un accueil. Un texte à\nconfirmer ou une durée locale avertit.\nNon traité : la motivation de la décision et les voies de recours (MES-004), qui sont dans l'acte ; le département compétent\n(MES-003), celui où l'on décide ; l'information préalable de la famille (MES-005), sans délai ; les rubriques du formulaire d'accord\n(MES-006, MES-007), qui sont dans l'écrit ; la charge financière entre départements (MES-025) et les frais d'entretien (MES-026), qui\nne datent rien ; la délégation, au module des délégations ; l'accord du mineur émancipé.",
    "essais": [
      "Une décision ne précède pas la naissance (C. civ. 388)",
      "prise le %s : %s",
      "une naissance incertaine avertit sans arrêter (TPS-08)",
      "la femme enceinte est accueillie avant la naissance (CASF L222-5, 4°)",
      "La durée ne dépasse pas celle de la loi",
      "%s du %s au %s : %s",
      "un accueil en service ou institution de plus de deux ans avertit (C. civ. 375, al. 4)",
      "une durée locale ou à confirmer avertit seulement",
      "sans fin écrite, elle prévient du plafond",
      "l’interdiction de sortie du territoire dure deux ans du juge, deux mois du parquet (C. civ. 375-5, 375-7)",
      "Un renouvellement se décide au plus tard le dernier jour (C. civ. 375)",
      "décidé le %s : %s",
      "sans décision à renouveler, il est refusé",
      "un recueil de cinq jours ne se renouvelle pas (CASF L223-2)",
      "l’accueil provisoire d’urgence se prolonge deux fois, pas trois (CASF R221-11)",
      "Une mesure ne commence pas avant d’être décidée",
      "la période écrite",
      "le début réel, le %s : %s",
      "l’urgence peut précéder l’écrit",
      "Pas d’admission sans accord écrit des représentants légaux (CASF L223-2, al. 1)",
      "sans accord, ou retiré, refusé",
      "oral, il avertit pour une aide à domicile et refuse pour un accueil",
      "ni l’urgence, ni le juge, ni un enfant pupille ne le demandent",
      "une aide financière se demande : sans demande, elle avertit",
      "Une mesure de mineur cesse à dix-huit ans (C. civ. 388)",
      "commencée le %s : %s",
      "l’accompagnement d’un jeune majeur commence à dix-huit ans et va à vingt et un (CASF L222-5, 5°)",
      "né un 29 février, il est majeur le 28 ou le 1er mars, selon le réglage (TPS-07)",
      "l’accueil avec un parent s’arrête aux trois ans de l’enfant",
      "La mesure convient au statut",
      "l’assistance éducative ne vise ni le majeur ni l’émancipé (C. civ. 375, 388)",
      "la prise en charge d’un pupille suppose qu’il le soit (CASF L224-4)",
      "pupille, la tutelle du département est levée et la délégation avertit (C. civ. 377, 411)",
      "l’accueil durable et bénévole se fait hors assistance éducative (CASF L221-2-1)",
      "Deux mesures d’un même groupe ne se chevauchent pas (C. civ. 375-3)",
      "confié à un tiers le %s : %s",
      "un milieu ouvert s’ajoute à un accueil",
      "aucun texte à confirmer n’arrête : de chaque mesure et de chaque faute, ce qui refuse cite un texte vérifié",
      "un code interdit ne se crée pas, mais une mesure ancienne se modifie encore (Cass. 1re civ., 2 octobre 2024)"
    ],
    "regles": []
  },
  {
    "fichier": "src/modules/mesures/rules/mesure-suivie.ts",
    "entete": "Les mesures d'un enfant, rassemblées de ses faits : de quand à quand une décision les porte, si elles ont commencé, où elles en\nsont ce jour.\n\nCe que dit le texte : une mesure judiciaire échue sans décision cesse (C. civ. 375, MES-027) ; l'assistance éducative cesse à la\nmajorité (C. civ. 388, MES-028) ; la durée est celle de la décision, premier et dernier jours compris (TPS-09).\nComment il est lu ici : les décisions d'une mesure se suivent dans l'ordre où elles sont prises. La fin est celle que la décision\nécrit, ou sa durée comptée de son premier jour ; sans l'une ni l'autre elle n'est pas connue, et le plafond de la loi ne la\nremplace pas. Une modification sans dates ne change pas la période. Une mesure du même groupe qui commence plus tard met fin à\nla précédente la veille. La mesure a commencé au premier acte réel, non à la décision. L'âge où elle finit est le premier de\nceux de son code qui suit la décision. Une décision postérieure à la fin inscrite rouvre la mesure.\nNon traité : la suspension n'allonge pas la mesure ; une date de naissance incertaine est lue comme exacte (TPS-08).",
    "essais": [
      "La période d’une mesure est celle de ses décisions, premier et dernier jours compris (TPS-09)",
      "une durée en mois se compte du premier jour",
      "du %s pour %i mois : dernier jour le %s",
      "une durée en jours compte le premier",
      "sans fin ni durée, la fin n’est pas connue, quel que soit le plafond de la loi",
      "un renouvellement porte la fin plus loin ; une modification sans dates n’y touche pas",
      "une décision sans nom de mesure prend celui de son code",
      "Où en est une mesure (référentiel §3.4)",
      "demandée, accordée, refusée",
      "décidée avant son premier jour, en attente dès ce jour, en cours au premier acte réel",
      "suspendue, puis reprise",
      "échue sans décision le lendemain du dernier jour, non ce jour-là (C. civ. 375)",
      "en renouvellement dès la demande, renouvelée à la décision",
      "finie le jour de la fin, avec son motif ; une décision postérieure la rouvre",
      "L’assistance éducative cesse à la majorité (C. civ. 388)",
      "né le %s, le %s : %s",
      "né un 29 février, il est majeur le 28 février d’une année commune",
      "décidée après dix-huit ans, l’aide d’un jeune majeur va jusqu’à vingt et un (CASF L222-5, 5°)",
      "sans date de naissance connue, rien ne s’en déduit (TPS-08)",
      "Une mesure du même groupe met fin à la précédente la veille de son premier jour",
      "le placement provisoire s’arrête au placement",
      "une action éducative en milieu ouvert continue pendant un placement",
      "un acte daté de demain n’a pas encore eu lieu"
    ],
    "regles": []
  },
  {
    "fichier": "src/modules/mesures/rules/prise-en-charge.ts",
    "entete": "Les prises en charge d'un enfant : ce que ses mesures font d'un seul tenant, du premier jour au dernier.\n\nCe que dit le texte : le projet, le rapport, le bilan sont dus à l'enfant, non à chaque mesure (CASF L223-1-1, L223-5).\nComment il est lu ici : deux mesures qui se suivent sans jour vide, ou se chevauchent, font une seule prise en charge ; la seconde ne\ndouble rien. Elle part du premier début effectif, à défaut de la décision (PPE-002), mais jamais avant la fin de la précédente. Elle finit à la fin inscrite, à l'âge où la mesure\ncesse, ou au terme d'une décision que rien n'a prolongée (MES-027) ; jamais après la majorité (C. civ. 388).\nNon traité : quelques jours sans titre entre deux décisions, qui ouvrent une nouvelle prise en charge.",
    "essais": [
      "Le projet, le rapport, le bilan sont dus à l’enfant, non à chaque mesure (CASF L223-1-1, L223-5)",
      "la prise en charge part du premier début effectif, à défaut de la décision (PPE-002)",
      "deux mesures qui se chevauchent ou se suivent sans jour vide n’en font qu’une ; un jour vide en fait deux",
      "décidée avant la fin de la précédente pour plus tard, elle part de son premier jour",
      "elle finit à la fin inscrite, ou au terme d’une décision que rien n’a prolongée (MES-027)",
      "jamais après la majorité, le 28 février d’une année commune pour qui est né un 29 (C. civ. 388)",
      "Est confié à l’aide sociale à l’enfance",
      "l’enfant que la décision y confie, non celui confié à un tiers ou suivi à domicile"
    ],
    "regles": []
  },
  {
    "fichier": "src/modules/mesures/rules/transitions.ts",
    "entete": "Les états d'une mesure et les actes qui en font changer (référentiel §3.4).\n\nCe que dit le texte : une prestation se demande, se propose, s'accorde et se décide (CASF L223-1, L223-2) ; une mesure judiciaire\nse reçoit, décidée ; l'une et l'autre s'exécutent, se suspendent, se renouvellent et finissent ; échue sans décision, une mesure\ncesse (C. civ. 375, MES-027).\nComment il est lu ici : une table état × acte, lue par les boutons et par les commandes. Renouveler une mesure échue reste ouvert\nà une décision prise avant son terme et reçue après : la règle du renouvellement en juge par la date. Un état final ne se rouvre\npas. Modifier une décision (droits de visite, lieu) ne change pas l'état.\nNon traité : la demande de mainlevée en cours d'instruction.",
    "essais": [
      "mesure %s",
      "de l’état « %s »",
      "l’acte « %s » mène où le référentiel le dit, ou nulle part",
      "la liste des actes est celle de la table",
      "un état final n’a plus d’acte ; échue sans décision n’en est pas un",
      "l’enfant bénéficie d’une mesure, ou l’attend, de la décision à la fin",
      "tout état s’atteint depuis la demande"
    ],
    "regles": []
  },
  {
    "fichier": "src/modules/obligations-mesures/rules/accueil-long.ts",
    "entete": "L'accueil ordonné pour plus de deux ans (MES-014).\n\nCe que dit le texte : quand les parents ont des difficultés graves, sévères et chroniques, l'accueil en service ou institution peut\nêtre ordonné pour plus de deux ans ; une audience se tient alors au moins tous les trois ans (C. civ. 375, al. 4 ; CPC 1200-1).\nComment il est lu ici : les trois ans courent de la décision, puis de chaque audience tenue devant le juge des enfants, au même\nquantième, sans report : c'est une garantie de l'enfant, non un délai de procédure. Après le terme de la décision, rien n'est dû.\nNon traité : un accueil dont la durée n'est pas écrite.",
    "essais": [
      "Un accueil de plus de deux ans voit une audience au moins tous les trois ans (C. civ. 375, al. 4)",
      "décidé un 29 février, vu le %s : %s",
      "chaque audience fait courir la suivante",
      "une audience renvoyée, ou devant une autre autorité, ne compte pas",
      "deux ans juste n’en demandent pas ; un jour de plus, si",
      "la majorité et la fin l’éteignent",
      "un milieu ouvert n’est pas un accueil"
    ],
    "regles": [
      "MES-014"
    ]
  },
  {
    "fichier": "src/modules/obligations-mesures/rules/execution.ts",
    "entete": "Ce qui est décidé commence (référentiel §3.4).\n\nCe que dit la règle : aucun texte ne chiffre l'attente entre la décision et son exécution ; elle se mesure de la décision au premier\nrendez-vous ou à l'arrivée de l'enfant, non à l'affectation.\nComment elle est lue ici : le délai visé est celui que le département s'est fixé, plus court pour un accueil, compté de la décision\nou de son premier jour s'il vient après. La fin de la mesure, son échéance ou la majorité l'arrêtent sans la satisfaire.\nNon traité : l'urgence administrative, qui commence avec la décision ; les mesures que personne n'a à exécuter (délégation,\nretrait ou tutelle, interdiction de sortie, obligations).",
    "essais": [
      "Une mesure décidée commence dans le délai que le département s’est fixé (§3.4)",
      "décidée le 15 janvier, vue le %s : %s",
      "elle se compte du premier jour porté, s’il suit la décision",
      "un accueil a un délai plus court",
      "le département règle l’un et l’autre",
      "le premier acte réel la satisfait",
      "la fin ou l’échéance sans début l’éteint",
      "ce que personne n’exécute n’est pas attendu"
    ],
    "regles": [
      "EXE-001"
    ]
  },
  {
    "fichier": "src/modules/obligations-mesures/rules/lieu.ts",
    "entete": "Le lieu d'accueil d'un enfant confié par le juge : l'avis du représentant légal (MES-008), l'information du juge avant un changement\n(MES-009), en urgence (MES-010), quand une fratrie est séparée (MES-011) ; l'évaluation d'un tiers avant un placement (MES-015) ;\nles nuitées du milieu ouvert avec hébergement (MES-023).\n\nCe que dit le texte : depuis le 9 février 2022, le service recueille l'avis écrit du représentant légal avant le choix du lieu et\navant toute modification (CASF L223-3, al. 1) ; il informe le juge un mois au moins avant tout changement, sous 48 heures de la\ndécision en urgence, sous 48 heures aussi s'il sépare une fratrie (al. 2). Avant de confier l'enfant à l'aide sociale à l'enfance\nou à un établissement, hors urgence, l'accueil par un proche est évalué (C. civ. 375-3). Chaque nuitée se dit sans délai aux\nparents et au juge (375-2, al. 2).\nComment il est lu ici : ce qui doit précéder est dû la veille d'un délai compté à rebours, du même quantième, sans report ; fait\naprès, c'est en retard. Un avis ou une information vaut pour le premier changement qui le suit. Une décision prise sans audition\nest une urgence.\nNon traité : la justification du changement, qui est dans l'écrit au juge ; l'audition de l'enfant discernant ; le changement de\nrésidence des parents (MES-024), qui n'a pas de délai et qu'aucun fait n'inscrit ; la fratrie accueillie ensemble (MES-012), les actes\nusuels (MES-016) et les droits de visite (MES-017), qui n'ont pas de terme ; l'hôtel (HOT-001, HOT-002), aucun fait ne disant la sorte\nd'hébergement.",
    "essais": [
      "L’avis écrit du représentant légal précède le choix du lieu (CASF L223-3, al. 1)",
      "au choix, il est dû le jour de l’arrivée",
      "chaque changement en demande un nouveau, avant le jour prévu",
      "avant le 9 février 2022, le texte lu ne le demandait pas ; le jour même, oui",
      "Le juge est informé un mois avant tout changement de lieu (CASF L223-3, al. 2)",
      "prévu le %s : au plus tard le %s",
      "prévu le 15 juin, vu le %s : %s",
      "informé avant même la décision, c’est fait ; une information d’un changement passé ne vaut plus",
      "sans mesure judiciaire d’accueil, elle n’est pas due",
      "elle vaut des changements décidés depuis le 9 février 2022 : le %s, %i",
      "En urgence, ou si la fratrie est séparée, le juge est informé sous 48 heures (CASF L223-3, al. 2)",
      "de l’heure de la décision, week-end compris",
      "au passage à l’heure d’été, 48 heures restent 48 heures",
      "sans heure connue, du début du jour",
      "l’information de la séparation se dit pour elle-même",
      "L’accueil par un proche est évalué avant un placement, hors urgence (C. civ. 375-3, al. 7)",
      "évalué avant la décision, c’est fait ; après, en retard",
      "ni l’urgence ni le placement chez un tiers ne le demandent",
      "depuis le 9 février 2022 : décidé le %s, %i",
      "Chaque nuitée se dit sans délai aux parents et au juge (C. civ. 375-2, al. 2)",
      "le jour même, à l’un et à l’autre",
      "hors de cette mesure, elle n’a pas de règle"
    ],
    "regles": [
      "MES-008",
      "MES-009",
      "MES-010",
      "MES-011",
      "MES-015",
      "MES-023"
    ]
  },
  {
    "fichier": "src/modules/obligations-mesures/rules/mineur-non-accompagne.ts",
    "entete": "La personne qui se dit mineure et isolée : son accueil (MNA-001, MNA-002), l'évaluation (MNA-004), ce qui la suit (MNA-006, MNA-007),\nsa représentation légale (MNA-008).\n\nCe que dit le texte : le président du lieu où se trouve la personne l'accueille en urgence (CASF L221-2-4 I, depuis le 9 février\n2022), cinq jours prolongeables deux fois de cinq jours ; le procureur est informé sans délai de l'accueil et de chaque prolongation\n(CASF R221-11 I, décret n° 2023-1240, depuis le 25 décembre 2023) ; la minorité et l'isolement s'évaluent (L221-2-4 II, R221-11 IV).\nReconnu mineur, il est confié par la justice, après demande d'orientation nationale (C. civ. 375-5) ; non reconnu, la décision est\nmotivée et notifiée (à confirmer). Confié sans représentant, une délégation ou une tutelle est à demander (C. civ. 373, 377, 411).\nComment il est lu ici : l'accueil est dû le jour où il est demandé, aucun texte ne laissant attendre l'urgence. Les cinq jours se\ncomptent du jour de l'accueil, qui ne compte pas, sans report (TPS-05) ; « sans délai » est le jour même. L'évaluation est due au\nterme de l'accueil tel qu'il est prolongé. La demande de représentation suit le délai que le département s'est fixé, du premier jour\noù le juge le confie.\nNon traité : le temps de répit (MNA-003), que le président fixe et qu'aucun fait n'inscrit ; l'examen osseux (MNA-005), que la justice\ndécide et qui ne fait rien devoir au département ; le recours du jeune.",
    "essais": [
      "Qui se dit mineur et isolé est accueilli en urgence, le jour où il le demande (CASF L221-2-4 I)",
      "sans accueil, vu le %s : %s",
      "vu la veille de la demande, rien n’est dû",
      "accueilli le %s : %s",
      "sans demande inscrite, ou pour une autre mesure, rien ne se compte",
      "la loi vaut depuis le 9 février 2022 : demandé le %s, %i",
      "L’accueil provisoire d’urgence dure cinq jours, prolongeables deux fois (CASF R221-11 I)",
      "vu le %s : %s",
      "chaque prolongation porte le terme cinq jours plus loin, et se dit au procureur",
      "une troisième prolongation n’éloigne plus le terme de quinze jours",
      "le décret vaut des accueils depuis le 25 décembre 2023 : le %s, %i",
      "L’évaluation et ce qui la suit (CASF L221-2-4 ; C. civ. 375-5)",
      "la minorité s’évalue au terme de l’accueil, prolongé ou non",
      "reconnu, la justice est saisie et l’orientation nationale demandée",
      "non reconnu, la décision est notifiée, sous réserve d’un texte à confirmer",
      "Confié sans représentant, une délégation ou une tutelle est à demander (C. civ. 373, 377, 411)",
      "dans le délai du département",
      "la requête, ou la décision, la satisfait ; la majorité avant le terme l’éteint",
      "un enfant confié qui n’est pas non accompagné ne la demande pas"
    ],
    "regles": [
      "MNA-001",
      "MNA-002",
      "MNA-004",
      "MNA-006",
      "MNA-007",
      "MNA-008"
    ]
  },
  {
    "fichier": "src/modules/obligations-mesures/rules/obligation-de-mesure.ts",
    "entete": "Ce qui satisfait et ce qui arrête une obligation née d'une mesure.\n\nComment c'est lu ici : un acte satisfait une obligation s'il la suit et concerne la mesure, un acte sans mesure les concernant\ntoutes. La fin de la mesure, ou l'âge qui y met fin de plein droit (C. civ. 388), arrête ce\nqui restait dû. Ce qui est fait\nl'emporte sur ce qui l'arrête.",
    "essais": [],
    "regles": []
  },
  {
    "fichier": "src/modules/obligations-mesures/rules/provisoire.ts",
    "entete": "Le placement provisoire ordonné par le procureur ou le juge (URG-004 à URG-008), et l'interdiction de sortie du parquet (MES-018).\n\nCe que dit le texte : le procureur qui a ordonné un placement saisit le juge sous huit jours (C. civ. 375-5, al. 2), qui convoque\net statue sous quinze jours de sa saisine (CPC 1184, al. 3) ; le juge qui a décidé sans entendre les parties les convoque à une\ndate dans les quinze jours de sa décision (al. 2) ; saisi au lieu où l'enfant a été trouvé, il se dessaisit sous un mois (al. 4).\nUne mesure provisoire appelle une décision au fond sous six mois, prorogeables six mois après avis du parquet (CPC 1185). À défaut,\nl'enfant est remis à ses parents ou gardien, sur leur demande.\nComment il est lu ici : les huit jours du parquet sont un délai de protection, jamais reporté (TPS-05) ; les délais du juge se\ncomptent comme tout délai de procédure, reportés au premier jour ouvrable (CPC 641, 642). Le fond est la première mesure\nd'assistance éducative décidée ensuite. La prorogation court du terme des six premiers mois.\nNon traité : la demande de remise de l'enfant, qui ouvre un droit aux parents et n'est due de personne ici ; la force publique, que le\nparquet peut requérir (URG-010) sans que rien soit dû.",
    "essais": [
      "Le procureur saisit le juge sous huit jours (C. civ. 375-5, al. 2)",
      "samedi compris, sans report (TPS-05) : vu le %s, %s",
      "la saisine la satisfait, la mainlevée l’éteint",
      "de même de l’interdiction de sortie qu’il ordonne, non de celle du juge (C. civ. 375-5)",
      "Saisi, le juge statue sous quinze jours (CPC 1184, al. 3)",
      "le quinzième jour, reporté s’il n’est pas ouvrable (CPC 641, 642)",
      "sans saisine, rien ne court ; la décision du juge la satisfait",
      "Sans audition, les parties sont convoquées dans les quinze jours (CPC 1184, al. 2)",
      "une audience tenue la satisfait, non une audience renvoyée",
      "décidé après audition, il n’y a rien à devoir",
      "Une mesure provisoire appelle une décision au fond sous six mois (CPC 1185)",
      "décidée le %s : au plus tard le %s",
      "le fond la satisfait",
      "prorogée, elle court six mois de plus au plus",
      "le juge du lieu de découverte se dessaisit sous un mois (CPC 1184, al. 4)"
    ],
    "regles": [
      "URG-004",
      "URG-005",
      "URG-006",
      "URG-007",
      "URG-008",
      "MES-018"
    ]
  },
  {
    "fichier": "src/modules/obligations-mesures/rules/rapport-juge.ts",
    "entete": "Rendre compte au juge des enfants : le rapport périodique (MES-019), le rapport d'échéance et celui d'une investigation (MES-021).\n\nCe que dit le texte : le service rend compte selon la périodicité que fixe la décision, à défaut chaque année (CPC 1199-1). Aucun\ndélai national ne fixe l'envoi du rapport avant le terme ; le rapport d'une investigation est dû au terme qu'elle fixe (CPC 1183),\nsix mois à défaut (arrêté, à confirmer).\nComment il est lu ici : le premier rapport se compte du premier jour de la mesure, chacun des suivants du rapport d'avant ; un\nrapport d'échéance en tient lieu. Au-delà du terme, c'est le rapport d'échéance qui est dû, le nombre de jours avant le terme que\nle département a réglé, avec le début de sa préparation.\nNon traité : l'audience de bilan à défaut de rapport pour un placement de plus de deux ans ; le rapport de situation (RS-001), qui est\nau projet pour l'enfant (MES-020) ; le rapport d'une mesure éducative judiciaire pénale (MES-022), que la protection judiciaire de la\njeunesse exécute et dont la nomenclature ne tient que le placement.",
    "essais": [
      "Le service rend compte au juge chaque année, ou comme la décision le fixe (CPC 1199-1)",
      "un an après le premier jour, vu le %s : %s",
      "la décision peut vouloir un rapport tous les trois mois, fin de mois comprise",
      "chaque rapport fait courir le suivant",
      "un rapport remis tard est en retard, et le suivant part de lui",
      "au-delà du terme de la décision, c’est le rapport d’échéance qui est dû",
      "la fin de la mesure et la majorité l’éteignent",
      "Le rapport d’échéance part avant le terme, comme le département l’a réglé (MES-021)",
      "trente jours avant le 27 août, vu le %s : %s",
      "le réglage du département change le jour",
      "le rapport le satisfait, la décision l’éteint",
      "une prestation administrative n’en doit pas",
      "Le rapport d’investigation est dû au terme de la mesure (CPC 1183)",
      "au terme fixé",
      "à défaut, six mois, sous réserve d’un texte à confirmer",
      "remis, c’est fait"
    ],
    "regles": [
      "MES-019",
      "MES-021"
    ]
  },
  {
    "fichier": "src/modules/obligations-mesures/rules/terme.ts",
    "entete": "Le terme d'une décision : renouveler ou mettre fin avant qu'elle n'échoie (MES-002, MES-013), ne pas laisser un enfant sans titre\n(MES-027), mettre fin à la majorité (MES-028).\n\nCe que dit le texte : une prestation administrative est décidée pour un an au plus, renouvelable dans les mêmes conditions (CASF\nL223-5, al. 1) ; une mesure d'assistance éducative est d'une durée fixée par la décision, deux ans au plus, renouvelable par\ndécision motivée (C. civ. 375, al. 3) ; l'hospitalisation en psychiatrie, de quinze jours, puis un mois renouvelable (375-9) ;\nla minorité cesse à dix-huit ans (388).\nComment il est lu ici : chaque décision qui a une fin fait devoir la suivante, au plus tard son dernier jour. Une décision prise\nle lendemain est en retard, et l'enfant a été sans titre : alerte critique dès le premier jour sans décision. Un terme qui suit la\nmajorité n'appelle pas de renouvellement. L'hospitalisation en psychiatrie sans fin écrite finit à quinze jours.\nNon traité : une mesure sans fin écrite ni durée, dont le terme n'est pas connu ; l'urgence administrative, qui a ses règles et ne dure pas.",
    "essais": [
      "%s : le renouvellement ou la fin %s se décide au plus tard le dernier jour (%4$s)",
      "dernier jour le 31 juillet, vue le %s : %s",
      "renouvelée le %s : %s, et le nouveau terme est dû",
      "finie à son terme, c’est fait ; finie avant, sans objet ; après, en retard",
      "sans fin connue, rien n’est dû : le plafond de la loi ne la remplace pas",
      "chaque origine a sa règle, et l’urgence administrative la sienne",
      "L’hospitalisation en psychiatrie dure quinze jours, puis un mois (C. civ. 375-9)",
      "sans fin écrite, elle finit à quinze jours",
      "renouvelée, un mois plus tard, fin de mois comprise",
      "MES-027 : échue sans décision, une mesure laisse l’enfant sans titre (C. civ. 375)",
      "dernier jour le 31 juillet, vue le %s",
      "l’alerte est critique pour une mesure judiciaire ou un accueil",
      "décidée le dernier jour, elle n’a jamais été sans titre ; le lendemain, un jour",
      "la fin inscrite après le terme la satisfait ; une fin d’avant l’exclut",
      "la majorité l’éteint : il n’y a plus de titre à donner",
      "un placement suivi d’un autre n’est pas échu",
      "MES-028 : la majorité met fin à la mesure (C. civ. 388)",
      "dix-huit ans le 15 août, vue le %s : %s",
      "elle remplace le terme de la décision, qui n’appelle plus de renouvellement",
      "la fin inscrite la satisfait ; finie plus tôt, sans objet",
      "né un 29 février, le 28 février d’une année commune"
    ],
    "regles": [
      "MES-002",
      "MES-013",
      "MES-027",
      "MES-028"
    ]
  },
  {
    "fichier": "src/modules/obligations-mesures/rules/urgence.ts",
    "entete": "L'urgence décidée par le service : l'accueil de 72 heures (URG-001), le recueil de cinq jours (URG-002, URG-003) ; la fiche de mise à\nl'abri d'un placement en urgence (URG-009).\n\nCe que dit le texte : le mineur qui a quitté son domicile, en danger immédiat ou suspecté, peut être accueilli 72 heures ; parents et\nprocureur en sont informés sans délai ; au terme, restitution, accueil avec accord ou saisine judiciaire (CASF L223-2, al. 5, fin\nd'alinéa à confirmer). Quand le représentant légal ne peut donner son accord, l'enfant est recueilli et le procureur avisé\nimmédiatement (al. 2) ; à cinq jours sans remise à la famille ni accord, l'autorité judiciaire est saisie, et aussitôt si le\nreprésentant légal refuse expressément (al. 3 et 4).\nComment il est lu ici : les 72 heures courent de l'heure de l'accueil, à défaut du début de ce jour ; les cinq jours, du jour du\nrecueil, qui ne compte pas, sans report (TPS-05). « Sans délai » est le jour même. Une autre mesure d'hébergement met fin à\nl'urgence. La fiche de mise à l'abri est une pratique.\nNon traité : la preuve de l'impossibilité de joindre le représentant légal.",
    "essais": [
      "L’accueil de 72 heures (CASF L223-2, al. 5)",
      "court d’heure à heure, passage à l’heure d’hiver compris",
      "court de l’arrivée de l’enfant, si elle est connue",
      "s’achève par la saisine, la fin ou une autre mesure",
      "parents et procureur sont informés le jour même",
      "Le recueil sans accord possible (CASF L223-2, al. 2 à 4)",
      "le procureur est avisé le jour même",
      "à cinq jours, la justice est saisie : vu le %s, %s",
      "un samedi ou un jour férié ne reporte pas (TPS-05)",
      "un refus exprès fait saisir aussitôt",
      "la saisine la satisfait ; l’accord ou la remise l’éteint",
      "un placement en urgence reçu appelle sa fiche de mise à l’abri (URG-009, pratique)"
    ],
    "regles": [
      "URG-001",
      "URG-002",
      "URG-003",
      "URG-009"
    ]
  },
  {
    "fichier": "src/modules/organisation/rules/jour-ferie.ts",
    "entete": "Les jours fériés du département. Code du travail L3133-1 ; L3134-13 pour l'Alsace-Moselle ; outre-mer selon la zone.\nLe calcul est dans `#shared/jours-feries.ts` ; ici, seulement la zone d'un département et son nom.",
    "essais": [
      "onze fêtes légales en métropole (C. trav. L3133-1)",
      "le Bas-Rhin a le Vendredi saint et le 26 décembre (C. trav. L3134-13)",
      "La Réunion a le 20 décembre"
    ],
    "regles": []
  },
  {
    "fichier": "src/modules/personnes/rules/fratrie.ts",
    "entete": "Fratrie : qui a quels parents en commun, et qui vit sous le même toit.\n\nLe texte : l'enfant ne doit pas être séparé de ses frères et sœurs, sauf si son intérêt le commande (C. civ. 371-5).\nLu ici : une filiation établie, contestée ou adoptive compte ; une filiation non établie ne compte pas. « Même père » n'est\ndit consanguin que si les mères sont connues et différentes : sinon on dit ce que l'on sait, rien de plus.",
    "essais": [
      "un frère déclaré ou vivant sous le même toit se dit ainsi, sauf si un parent commun en dit plus"
    ],
    "regles": []
  },
  {
    "fichier": "src/modules/pointages/rules/ligne-badge.ts",
    "entete": "Une ligne d'un fichier de badges, lue selon son format : le badge, le jour, les minutes à l'heure affichée. Une heure qui porte un\ndécalage ne se lit pas : elle ne serait juste que la moitié de l'année.",
    "essais": [
      "une ligne de badge selon son format",
      "les titres se reconnaissent sans casse ni accent ; ceux qui manquent se disent",
      "le jour et l’heure peuvent tenir dans une colonne, et le sens dans une autre",
      "ce qui ne se lit pas dit pourquoi"
    ],
    "regles": []
  },
  {
    "fichier": "src/modules/pointages/rules/passages.ts",
    "entete": "Des passages d'un enfant, un jour, à ses présences. L'ordre du fichier ne compte pas : les passages se lisent dans l'ordre des\nheures, à l'heure affichée. Une heure que le passage à l'hiver répète (2 h 30 deux fois) est un badge doublé comme un autre.",
    "essais": [
      "des passages de badge aux présences",
      "une arrivée et un départ font une présence, que la borne dise le sens ou non",
      "un enfant qui revient dans la journée a deux présences",
      "un badge doublé à la même minute ou à cinq minutes ne compte qu’une fois ; à six, il compte",
      "les lignes dans le désordre se lisent dans l’ordre des heures",
      "aucune ligne n’est perdue : chacune est dans une présence ou parmi les écartées, et toute présence a une durée",
      "un départ manquant garde la présence et le dit ; le jour même, l’enfant est encore là",
      "une arrivée manquante garde la venue depuis l’ouverture, sans compter ses minutes",
      "un départ avant l’arrivée se remet dans l’ordre, et se dit",
      "une arrivée et un départ à la même minute durent une minute, et se disent",
      "l’heure répétée du passage à l’hiver, 2 h 30 deux fois, est un badge doublé",
      "un jour de fermeture fait douter"
    ],
    "regles": []
  },
  {
    "fichier": "src/modules/pointages/rules/presence-douteuse.ts",
    "entete": "Ce qui rend une présence douteuse, que ses lignes viennent d'une borne ou d'une tablette.",
    "essais": [],
    "regles": []
  },
  {
    "fichier": "src/modules/pointages/rules/rapprochement.ts",
    "entete": "Ce qui vient d'être lu, face à ce qui est déjà inscrit pour le même enfant le même jour : rien ne se double, rien de ce qu'une\npersonne a corrigé n'est défait, et un enfant dans deux crèches à la fois fait douter des deux.",
    "essais": [
      "ce qui est lu face à ce qui est déjà inscrit",
      "la même présence relue ne change rien",
      "un départ qui manquait se complète ; un autre départ ne remplace pas le premier",
      "une venue déjà inscrite par la tablette ne se compte pas une seconde fois",
      "ce qu’une personne a corrigé ne revient pas",
      "un enfant dans deux crèches à la fois fait douter des deux, que la première vienne du fichier ou de la base",
      "le matin dans une crèche et l’après-midi dans l’autre ne fait douter de rien"
    ],
    "regles": []
  },
  {
    "fichier": "src/modules/pointages/rules/visites.ts",
    "entete": "Des lignes « arrivée, départ » d'un enfant, un jour, à ses présences.",
    "essais": [
      "des lignes « arrivée, départ » aux présences",
      "une ligne fait une présence",
      "ce qui manque, s’inverse ou se confond est gardé et se dit",
      "la même venue deux fois ne compte qu’une ; un départ que l’une ignore vient de l’autre",
      "deux venues qui se chevauchent font douter des deux ; deux qui se suivent, d’aucune"
    ],
    "regles": []
  },
  {
    "fichier": "src/modules/projet-pour-l-enfant/rules/bilan-sante.ts",
    "entete": "Le bilan de santé et de prévention à l'entrée (BS-001, BS-002).\n\nCe que dit le texte (CASF L223-1-1, al. 4) : le bilan est obligatoire à l'entrée, dès le début de la mesure.\nComment il est lu ici : sous un délai que le département règle, compté du début effectif, à défaut de la décision. Il est dû une fois par\nprise en charge de l'enfant confié ou accueilli. Dans la rédaction lue, depuis le 9 février 2022.\nNon traité : le suivi régulier et coordonné qui en découle, que le projet pour l'enfant formalise.",
    "essais": [
      "Le bilan de santé et de prévention se fait à l’entrée (CASF L223-1-1, al. 4)",
      "dans le délai du département, depuis le début effectif",
      "fait dès la décision, il vaut ; fait des années avant, non",
      "un suivi à domicile n’en doit pas",
      "dans la rédaction du 9 février 2022 : début le %s, %i"
    ],
    "regles": [
      "BS-001"
    ]
  },
  {
    "fichier": "src/modules/projet-pour-l-enfant/rules/projet.ts",
    "entete": "Le projet pour l'enfant : l'établir (PPE-002), le mettre à jour (PPE-011).\n\nCe que dit le texte : tout mineur qui reçoit une prestation de l'aide sociale à l'enfance, hors aide financière, ou qu'une mesure\njudiciaire protège a un projet, document unique de tout son parcours (CASF L223-1-1, PPE-001) ; il est établi dans les trois mois du\ndébut de la mesure (D223-12, depuis le 1er octobre 2016) et actualisé sur la base des rapports de situation et à chaque changement\n(D223-13).\nComment il est lu ici : du début effectif, à défaut de la décision (pratique). Il est dû à l'enfant : plusieurs mesures, ou deux qui se\nsuivent, n'en font qu'un ; un projet validé avant le début vaut, sauf s'il vient d'une prise en charge finie. Il se met à jour tous les\nans, tous les six mois avant trois ans, et sous un délai du département après ce qui change la situation (§5.2) : le plus proche des\ndeux, une seule obligation par version du projet. Ce qui change : mesure décidée ou finie, lieu, référent, rapport validé, statut, avis\nde la CESSEC, entretien des 17 ans, et ce qu'on inscrit.\nNon traité : la signature proposée (PPE-009) et la remise (PPE-013), sans délai dans le texte ni fait qui les inscrive ; ce que le\nprojet contient et comment il s'élabore (PPE-003 à PPE-008, PPE-010, PPE-012, PPE-014 à PPE-016), qui se lit dans le document et ne\ndate rien.",
    "essais": [
      "Le projet pour l’enfant est établi dans les trois mois du début (CASF D223-12)",
      "du début effectif, le 31 mai : vu le %s, %s",
      "à défaut de début effectif, de la décision ; la fin d’un mois plus court s’y arrête",
      "validé, il est fait ; validé avant le début aussi",
      "document unique : une seconde mesure en même temps, ou à la suite, n’en doit pas un second (L223-1-1)",
      "une prise en charge nouvelle, après la fin de la première, en doit un",
      "la fin de la mesure, ou la majorité, l’éteint",
      "%s : %i projet (L223-1-1, hors aides financières)",
      "le délai vaut depuis le 1er octobre 2016 : début le %s, %i",
      "Le projet se met à jour (CASF D223-13)",
      "tous les ans ; une obligation par version",
      "tous les six mois avant trois ans",
      "sous trente jours après ce qui change la situation (§5.2, pratique) : $type",
      "plusieurs changements ne la doivent qu’une fois, au plus tôt ; demain n’a pas eu lieu",
      "sans projet, rien n’est à mettre à jour ; la fin de la mesure l’éteint",
      "le raisonnement dit ce qui a changé",
      "aucun fait, si contradictoire soit-il, ne casse ces règles"
    ],
    "regles": [
      "PPE-002",
      "PPE-011"
    ]
  },
  {
    "fichier": "src/modules/projet-pour-l-enfant/rules/rapport-situation.ts",
    "entete": "Le rapport de situation : le valider (RS-001), le transmettre au juge (RS-004), le communiquer à la famille (RS-006).\n\nCe que dit le texte (CASF L223-5) : un rapport par an sur tout enfant accueilli ou suivi par une mesure éducative, tous les six mois\njusqu'à trois ans depuis le 23 février 2022, deux ans auparavant (al. 2) ; pour l'enfant confié par le juge à l'aide sociale à\nl'enfance, il est transmis à l'autorité judiciaire à la même périodicité (al. 3). Il est communiqué aux parents et au mineur (à\nconfirmer).\nComment il est lu ici : compté du début de la prise en charge, puis du dernier rapport validé ; six mois tant que l'enfant n'a pas trois\nans à l'échéance ainsi calculée, douze sinon (RS-005, pratique). L'âge qui vaut est celui de la loi au jour d'où l'on compte ; le\nrèglement dit encore deux ans : le département règle ce seuil. Sans date de naissance connue, douze mois. La transmission suit les mêmes\npériodes depuis la dernière transmission ; un placement en cours le 23 février 2022 compte de ce jour. La communication est due sous un\ndélai du département et, si le rapport part au juge avant, le jour de cet envoi.\nNon traité : l'évaluation et le contenu du rapport (RS-002, RS-003), qui se lisent dans le document ; le rapport que la décision du\njuge demande plus souvent (MES-019), l'âge d'un enfant dont la naissance est incertaine.",
    "essais": [
      "Un rapport de situation par an (CASF L223-5, al. 2)",
      "du début de la prise en charge, le 10 février : vu le %s, %s",
      "placé depuis des années : une obligation par période, faites sauf la dernière (RS-005)",
      "sans rapport, il est dû une fois, et reste en retard",
      "un 29 février donne le 28 l’année suivante",
      "plusieurs mesures n’en doublent aucun ; un milieu ouvert en doit aussi, une aide à domicile non",
      "le placement provisoire suivi du placement compte de son premier jour",
      "la fin de la mesure ou la majorité l’éteint",
      "Tous les six mois jusqu’à trois ans, à l’échéance calculée (CASF L223-5, al. 2 ; RS-005)",
      "né le %s, placé le 10 février 2026 : %s",
      "né un 29 février, il a trois ans le 28 d’une année commune",
      "deux ans avant le 23 février 2022, trois depuis : à deux ans et demi, compté du %s, dû le %s",
      "avant le 23 février 2022, six mois sous deux ans",
      "le texte d’avant est à confirmer, celui d’aujourd’hui est vérifié",
      "le département peut lire deux ans, comme le règlement",
      "sans date de naissance connue, tous les ans (TPS-08)",
      "Le rapport est transmis au juge pour l’enfant confié (CASF L223-5, al. 3)",
      "à la même périodicité, depuis la dernière transmission",
      "pour le seul enfant confié par le juge à l’aide sociale à l’enfance",
      "un placement en cours le 23 février 2022 compte de ce jour ; fini avant, il ne doit rien",
      "Le rapport est communiqué aux parents et au mineur (CASF L223-5, D223-21, à confirmer)",
      "sous le délai du département, ou le jour de l’envoi au juge s’il vient avant",
      "la majorité l’éteint, le lendemain",
      "un rapport plus récent prend la place de celui qui ne l’a pas été"
    ],
    "regles": [
      "RS-001",
      "RS-004",
      "RS-006"
    ]
  },
  {
    "fichier": "src/modules/qualification/rules/obligations.ts",
    "entete": "Analyser une information reçue (IP-005), revoir l'urgence quand un élément nouveau arrive (IP-037).\n\nCe que dit le texte : aucun délai propre à la première analyse, que le département se donne ; aucun texte sur l'élément nouveau.\nComment il est lu ici : la première analyse est faite quand l'information est qualifiée, écartée ou transférée ; en jours ouvrés, le\njour même en danger grave et immédiat. Un élément nouveau se rattache et n'ouvre aucun délai légal : l'urgence se revoit le jour même.\nDepuis le 1er janvier 2023, date du référentiel national d'évaluation d'où vient cet usage.\nNon traité : l'urgence revue avant la qualification, qui ne refait pas le terme déjà compté.",
    "essais": [
      "L’information reçue s’analyse dans le délai du département (IP-005, pratique)",
      "reçue un vendredi, trois jours ouvrés : vue le %s, %s",
      "le jour même en danger grave et immédiat",
      "qualifiée, écartée ou transférée, elle est analysée",
      "l’usage se compte depuis le 1er janvier 2023 : reçue le %s, %i",
      "Un élément nouveau fait revoir l’urgence le jour même (IP-037, pratique)",
      "une seule fois par jour ; la revue la satisfait, la clôture l’éteint",
      "aucun fait, si contradictoire soit-il, ne casse ces règles"
    ],
    "regles": [
      "IP-005",
      "IP-037"
    ]
  },
  {
    "fichier": "src/modules/qualification/rules/qualification.ts",
    "entete": "Qualifier une information, ou l'écarter.\n\nCe que dit le texte : la cellule dit si l'information est préoccupante au sens de R226-2-2 ; un danger grave et immédiat fait saisir\nl'autorité judiciaire (CASF D226-2-4 I) ; l'évaluation est achevée dans les trois mois, délai réduit si un mineur a moins de deux ans\nou si le danger le veut (D226-2-4 II).\nComment il est lu ici : qualifier nomme au moins un danger ; un mineur de moins de deux ans oblige à réduire le délai, un enfant à\nnaître y invite ; un danger grave et immédiat ne s'écarte pas, l'urgence se revoit d'abord. Une mesure judiciaire en cours se dit et\nn'arrête rien (IP-035).\nNon traité : la nature du danger qui réduirait le délai, que le texte ne chiffre pas : qui qualifie en décide et le motive.",
    "essais": [
      "une information préoccupante nomme un danger (R226-2-2)",
      "on qualifie après avoir reçu, pas à l’avance : %s (D226-2-4 I)",
      "un mineur de moins de deux ans réduit le délai : %s (D226-2-4 II, IP-011)",
      "né un 29 février, il a deux ans le 28 février",
      "le délai proposé est celui du département, avec sa raison",
      "une mesure judiciaire en cours avertit et n’arrête rien (IP-035)",
      "un danger grave et immédiat ne s’écarte pas (D226-2-4 I)"
    ],
    "regles": []
  },
  {
    "fichier": "src/modules/qualification/rules/transfert.ts",
    "entete": "Transférer une information au département où vit désormais la famille (IP-036).\n\nCe que dit le texte : le président qui reçoit ou évalue transmet au département d'accueil, et en informe les parents (CASF L221-3,\nlu en partie : à confirmer).\nComment il est lu ici : sans parents informés, on avertit, on n'arrête rien. L'accusé de réception se suit jusqu'à ce qu'il arrive.\nNon traité : le délai du transfert, que le texte veut sans retard et que rien ne date, le jour où l'on apprend le déménagement n'étant\npas inscrit ; l'accord préalable des parents, que le texte lie à la poursuite de l'aide et non à l'information préoccupante.",
    "essais": [],
    "regles": []
  },
  {
    "fichier": "src/modules/recueil/rules/reception.ts",
    "entete": "Ce qu'une information doit dire pour être reçue, et ce qui ne peut pas être.\n\nCe que dit le texte : l'information préoccupante concerne un mineur, de moins de dix-huit ans (C. civ. 388, CASF R226-2-2) ; chacun\ndes mineurs du domicile a sa part d'évaluation (CASF D226-2-3 I) ; le délai court de la réception (D226-2-4 II) ; qui transmet\nprévient d'abord les parents, sauf intérêt contraire de l'enfant (L226-2-1, IP-002).\nComment il est lu ici : au moins un mineur, même sans nom ; nul n'y est deux fois ; la réception n'est pas à venir ; des parents non\nprévenus, on dit pourquoi, ou que l'on ne le sait pas. De dix-huit à vingt ans l'information se reçoit, la cellule la requalifie ;\nau-delà, c'est une faute de frappe.\nNon traité : la transmission sans délai (IP-001), le jour où qui transmet a connu le danger n'étant pas inscrit ; les ressemblances\nqui ne sont pas l'égalité, que le rapprochement montre sans rien refuser.",
    "essais": [
      "une réception simple, par téléphone, ne demande rien de plus",
      "la réception n’est pas à venir : %s (D226-2-4 II)",
      "l’objection dit sa règle",
      "il faut au moins un mineur, même sans nom (R226-2-2)",
      "un mineur de plus de vingt ans est une faute de frappe : %s (C. civ. 388)",
      "un 29 février : 21 ans le 28 février des années communes",
      "un âge estimé ne dépasse pas vingt ans",
      "un enfant à naître n’a ni date ni âge ; son terme est proche",
      "chacun ne se décrit qu’une fois, accents et tirets mis à part (D226-2-3)",
      "des jumeaux, des frères nés à des dates différentes et des enfants sans nom ne sont pas la même personne",
      "un père et son fils portent parfois le même nom ; à la même date, c’est la même personne",
      "des parents non prévenus, on dit pourquoi (L226-2-1)",
      "anonyme et demander les suites se contredisent, sans qu’aucun texte soit invoqué ; la catégorie vient de la source ou de ce qu’on en dit",
      "la transmission précède la réception",
      "ce qui ne se dit pas se déduit : place de l’enfant, autorité parentale, valeur de la date"
    ],
    "regles": []
  },
  {
    "fichier": "src/modules/signalements/rules/obligations.ts",
    "entete": "Signer et envoyer un signalement (IP-030), attendre ou relancer le parquet (IP-033).\n\nCe que dit le texte (CASF L226-4 I) : le président avise sans délai le procureur, qui l'informe des suites dans les meilleurs délais.\nComment il est lu ici : le délégataire signe, la cellule envoie ; les jours sont ceux de `signalement.ts` : commencé, il se signe et part le jour même ; sans réponse, le parquet\nse relance après un nombre de jours réglé par le département, compté de l'envoi puis de la dernière relance. On attend le parquet\njusqu'à ce jour ; ensuite, c'est à la cellule d'agir.\nNon traité : la copie du signalement direct d'un autre service (L226-4 II).",
    "essais": [
      "Le parquet est avisé sans délai (CASF L226-4 I)",
      "commencé, il se signe le jour même ; signé, il part le jour même",
      "l’envoi le satisfait, l’abandon l’éteint",
      "Le parquet dit les suites dans les meilleurs délais ; à défaut on le relance (CASF L226-4 I)",
      "envoyé le 1er septembre, vu le %s : %s, on attend %s",
      "la dernière relance fait repartir le délai, la réponse le satisfait",
      "chaque signalement a le sien",
      "aucun fait, si contradictoire soit-il, ne casse ces règles"
    ],
    "regles": [
      "IP-030",
      "IP-033"
    ]
  },
  {
    "fichier": "src/modules/signalements/rules/saisine.ts",
    "entete": "Saisir le procureur aux fins de saisine du juge des enfants.\n\nCe que dit le texte : le parquet est avisé sans délai d'un danger que les prestations n'ont pas levé, que la famille refuse ou ne\npeut traiter, qui est grave et immédiat, ou qu'on ne peut évaluer, avec les actions déjà menées (CASF L226-4 I, IP-030 à IP-032) ;\nla saisine est argumentée (D226-2-7, IP-020).\nComment il est lu ici : un signalement se commence incomplet, et ne se signe qu'avec son motif, ses raisons et ce qui a été fait.\nNon traité : des motifs différents pour deux mineurs du même foyer, qui demandent deux signalements.",
    "essais": [
      "Aviser le parquet suppose un motif, des arguments et les actions déjà menées (CASF L226-4 I)",
      "complète, elle vaut",
      "sans %s, elle est incomplète et dit sa règle",
      "le danger impossible à évaluer se lit au rapport, ou la règle avertit",
      "tant que rien n’est décidé, un signalement est urgent (CASF L226-4 I)"
    ],
    "regles": []
  },
  {
    "fichier": "src/modules/signalements/rules/signalement.ts",
    "entete": "La vie d'un signalement : rédigé, signé, envoyé, accusé, suites connues.\n\nCe que dit le texte (CASF L226-4 I) : le président avise sans délai le procureur, qui l'informe des suites dans les meilleurs délais.\nComment il est lu ici : signé, il part le jour même (IP-030) ; ce qui est signé ne change plus. Sans réponse, on relance le parquet\naprès un nombre de jours que le département règle, compté de l'envoi puis de la dernière relance (IP-033). Un signalement commencé\nne s'efface pas : il s'abandonne, en disant pourquoi.\nNon traité : le signalement qu'un autre service adresse directement au parquet (L226-4 II, IP-034), dont la copie ouvre une\ninformation liée, sans délai propre.",
    "essais": [
      "Un signalement est rédigé, signé, envoyé, accusé ; puis ses suites sont connues (CASF L226-4 I)",
      "chaque état ouvre ses actes, et eux seuls",
      "signé, il ne se modifie plus ; parti, il ne s’abandonne plus",
      "il se rédige dans tout état non final, et dans aucun autre",
      "le parquet est avisé sans délai : signé, le signalement part le jour même (CASF L226-4 I)",
      "Le parquet informe des suites ; sans réponse, on le relance après un temps réglé par le département (CASF L226-4 I)",
      "du jour de l’envoi à Paris, puis de la dernière relance",
      "rien à relancer avant l’envoi, ni une fois les suites connues",
      "le réglage se dit dans le calcul",
      "les jours d’un signalement se suivent, et ne sont jamais à venir"
    ],
    "regles": []
  },
  {
    "fichier": "src/modules/suites/rules/cloture.ts",
    "entete": "Clore une information décidée.\n\nCe que dit le texte : pas de classement si le mineur n'a pas pu être rencontré (CASF D226-2-6 II, IP-019) ni sans l'évaluation de\ntous les mineurs du foyer (L226-3, IP-012) ; pas d'admission à l'aide sociale à l'enfance sans accord écrit (L223-2, al. 1) ; le\nparquet est avisé sans délai (L226-4 I, IP-030) et les parents informés par écrit de la saisine (L226-5, al. 3, IP-023).\nComment il est lu ici : un classement clôt un classement ; une suite administrative attend que chaque accord soit recueilli ou\nrefusé, et qu'il en reste au moins une à mettre en place ; une saisine clôt quand le signalement est parti et les parents informés.\nLa famille qui refuse après la décision conduit à la saisine. Rien ne se clôt tant qu'un signalement signé n'est pas parti. Ce qui\nreste à dire aux parents (D226-2-7, à confirmer) ou à la source avertit, et reste dû après la clôture.\nNon traité : la mesure elle-même, que portera le module des mesures.",
    "essais": [
      "Clore par un classement",
      "décidé, tout étant dit : rien ne s’y oppose",
      "un frère ou une sœur sans évaluation ferme le classement (CASF L226-3)",
      "un mineur impossible à rencontrer ferme le classement, même le parquet avisé (CASF D226-2-6 II)",
      "ce qui reste à dire aux parents et à la source avertit sans fermer (CASF D226-2-7, L226-5)",
      "une autre décision ne se clôt pas par un classement (CASF D226-2-7)",
      "Clore par une suite administrative",
      "l’accord écrit des représentants légaux est recueilli d’abord (CASF L223-2, al. 1)",
      "une orientation de droit commun ne demande pas d’accord écrit",
      "tous les accords refusés, rien n’est à mettre en place : le danger se signale (CASF L226-4 I)",
      "refusées par la famille, des actions adaptées se closent par la saisine envoyée",
      "Clore par la saisine judiciaire",
      "le signalement est parti (CASF L226-4 I)",
      "les parents en sont informés par écrit (CASF L226-5, al. 3)",
      "suspendue sur décision du juge, elle se clôt sans signalement",
      "un mineur jamais évalué n’empêche pas de clore ce que le parquet a",
      "Un signalement signé part sans délai : rien ne se clôt avant (CASF L226-4 I)",
      "%s",
      "en rédaction, il avertit"
    ],
    "regles": []
  },
  {
    "fichier": "src/modules/suites/rules/decision.ts",
    "entete": "Décider des suites d'une évaluation.\n\nCe que dit le texte : le rapport conclut et propose l'une de trois suites, classement, actions adaptées, saisine argumentée de\nl'autorité judiciaire (CASF D226-2-7, IP-020) ; la décision appartient au président (D226-2-4, à confirmer, IP-021). L'évaluation\nporte sur tous les mineurs du foyer (L226-3, D226-2-3, IP-012). Si le mineur n'a pas pu être rencontré, l'autorité judiciaire est\nsaisie (D226-2-6 II, IP-019). Le parquet est avisé d'un danger que les prestations n'ont pas levé, que la famille refuse de\ntraiter ou qu'on ne peut évaluer (L226-4 I, IP-030, IP-031).\nComment il est lu ici : on décide sur un rapport validé. Un mineur sans volet ou non rencontré ferme le classement ; il ferme aussi\nles actions adaptées, sauf, s'il n'a pas été rencontré, quand le parquet est déjà avisé. Il ne ferme jamais la saisine, qui\nprotège : elle avertit. Une décision différente de la proposition dit pourquoi.\nNon traité : une décision différente pour deux mineurs du même foyer.",
    "essais": [
      "Décider sur un rapport validé, avec sa conclusion et sa proposition (CASF D226-2-7)",
      "pas encore validé : rien ne se décide",
      "chacune des trois suites se décide",
      "La décision peut s’écarter de la proposition, en disant pourquoi (CASF D226-2-4)",
      "sans motif d’écart, la saisie est incomplète ; avec, elle vaut",
      "conforme à la proposition, elle n’a pas d’écart à motiver",
      "Tous les mineurs du foyer sont évalués (CASF L226-3, D226-2-3)",
      "un frère sans volet ferme la décision « %s »",
      "il ne ferme pas la saisine, qui protège : elle avertit",
      "Un mineur que l’on n’a pas pu rencontrer oblige la saisine (CASF D226-2-6 II)",
      "ni classement ni actions adaptées",
      "le parquet déjà avisé, des actions adaptées se décident ; jamais un classement",
      "un signalement encore à envoyer n’avise personne",
      "la saisine se décide",
      "saisir quand l’équipe n’a constaté ni danger ni risque avertit (CASF L226-4 I)"
    ],
    "regles": []
  },
  {
    "fichier": "src/modules/suites/rules/faits.ts",
    "entete": "Les faits d'une information que lisent les règles des suites.",
    "essais": [],
    "regles": []
  },
  {
    "fichier": "src/modules/suites/rules/information-due.ts",
    "entete": "Ce que l'on doit dire, à qui, pour quand.\n\nCe que dit le texte : les parents sont informés de la mise en place de l'évaluation, sauf intérêt contraire du mineur (CASF D226-2-6 I,\nIP-015), des conclusions et des suites (D226-2-7, à confirmer, IP-022), par écrit d'une saisine (L226-5, al. 3, IP-023). Le\nprofessionnel ou l'élu qui a transmis est informé des suites dans les trois mois de sa transmission, toute autre personne, à sa\ndemande, dans les trois mois de cette demande (L226-5, al. 1 et 2, IP-024, IP-025). À un anonyme, rien (IP-026, à confirmer).\nComment il est lu ici : quand aucun texte ne chiffre le délai, ce qui est à dire est dû le jour du fait. Une information hors IP ou\ntransférée laisse due celle de la source. L'accusé de réception est d'usage, jamais en retard. L'information du mineur, « selon son\nâge », s'apprécie : elle se montre et n'est jamais en retard. Le dernier écrit ou la dernière dispense l'emporte.\nNon traité : chaque parent séparé, que la précision dit en clair.",
    "essais": [
      "La source est informée des suites dans les trois mois (CASF L226-5)",
      "le professionnel ou l’élu, de sa transmission (al. 1)",
      "le particulier, de sa demande, et seulement s’il l’a faite (al. 2)",
      "un anonyme, rien, pas même un accusé de réception",
      "due même hors information préoccupante ou transférée",
      "Les parents sont informés",
      "de la mise en place de l’évaluation, du premier acte ou à défaut de l’attribution (CASF D226-2-6 I)",
      "des conclusions et des suites, une fois décidées ; le mineur aussi, selon son âge (CASF D226-2-7)",
      "par écrit de chaque saisine, dès qu’elle est partie, au jour de Paris (CASF L226-5, al. 3)",
      "Ce qui a été dit",
      "éteint ce qui était dû à la même personne, sur le même objet, pour la même saisine",
      "se lit du dernier inscrit",
      "ce qui reste à dire se lit avec son retard"
    ],
    "regles": []
  },
  {
    "fichier": "src/modules/suites/rules/obligations.ts",
    "entete": "Décider des suites d'une évaluation (IP-021), et dire à chacun ce qu'on lui doit (IP-015, IP-022 à IP-025).\n\nCe que dit le texte : les règles et leurs délais sont à `information-due.ts`. La décision appartient au président (CASF D226-2-4, lu\nen partie) ; aucun texte ne chiffre le temps de la prendre : le terme de l'évaluation sert de repère.\nComment il est lu ici : ce qui reste à dire l'est encore après la clôture, une information écartée ou transférée comprise. L'accusé de\nréception et l'information du mineur, qui s'apprécient, ne sont pas des obligations. L'information des suites vaut depuis le\n9 février 2022 pour le professionnel et l'élu, le 31 décembre 2022 pour les autres ; la saisine, depuis le 9 février 2022.\nNon traité : chaque parent séparé.",
    "essais": [
      "La source est informée des suites dans les trois mois (CASF L226-5)",
      "le professionnel, de sa transmission du 31 août : vue le %s (al. 1)",
      "le particulier, de sa demande ; sans demande, rien ; un anonyme, rien (al. 2)",
      "%s vaut de part et d’autre de sa date d’effet : %s, le %s",
      "ce qui est dit la satisfait, et reste dû après la clôture",
      "Les parents sont informés",
      "de l’évaluation, du premier acte ou à défaut de l’attribution (CASF D226-2-6 I)",
      "des conclusions, une fois les suites décidées (CASF D226-2-7, à confirmer)",
      "par écrit de chaque saisine partie (CASF L226-5, al. 3)",
      "Les suites se décident sur le rapport validé (CASF D226-2-4, à confirmer)",
      "le terme de l’évaluation sert de repère",
      "aucun fait, si contradictoire soit-il, ne casse ces règles"
    ],
    "regles": [
      "IP-015",
      "IP-021",
      "IP-022",
      "IP-023",
      "IP-024",
      "IP-025"
    ]
  },
  {
    "fichier": "src/modules/suivi-eaje/rules/contact.ts",
    "entete": "Le contact d'urgence d'une crèche change : qui doit le savoir (EVT-01).\n\nCe que dit le texte : le gestionnaire informe sans délai le président du conseil départemental de tout changement des coordonnées\nd'urgence (CSP R2324-25 I, version de 2025).\nComment il est lu ici : « sans délai » est le jour même. Le premier contact inscrit n'est pas un changement. Informer d'un contact plus\nrécent répond aussi des précédents : le président a les coordonnées qui valent.\nNon traité : la forme de l'information ; l'adresse et le téléphone de la crèche, qui se tiennent dans l'organisation.",
    "essais": [
      "Le président est informé sans délai d’un changement du contact d’urgence (CSP R2324-25, EVT-01)",
      "le premier contact n’est pas un changement",
      "le jour même : vu le %s, %s",
      "informé le jour même, c’est fait ; le lendemain, en retard",
      "informer du contact qui vaut répond des précédents ; avoir informé du précédent ne suffit pas",
      "la fiche dit la même chose du dernier"
    ],
    "regles": []
  },
  {
    "fichier": "src/modules/suivi-eaje/rules/delais.ts",
    "entete": "Les délais que le département se donne (PMI-06, EVT-04) : pratiques, réglées par ses paramètres.\n\nCe que dit le texte : une injonction fixe toujours son délai (CSP L2324-3 I) : sans lui, elle ne s'inscrit pas. Aucun texte ne chiffre\nles autres.\nComment il est lu ici : le délai d'une mesure court du jour du contrôle ; celui d'un fait, du jour ou de l'heure du fait selon sa gravité.\nSans heure, les heures se comptent depuis le début du jour, au plus tôt.\nNon traité : les rappels avant le terme, qui sont ceux des alertes.",
    "essais": [
      "Une mesure sans délai dit prend celui du département (PMI-06, pratique)",
      "%s : %s",
      "le département règle le sien ; une injonction n’en a jamais d’autre que celui de son acte",
      "Un fait grave se dit dans les heures qui suivent le sien (EVT-04, pratique)",
      "gravité 4 : deux heures comptées de l’heure du fait, le lendemain si elles passent minuit",
      "sans heure connue, elles se comptent depuis le début du jour, et le décompte le dit",
      "le département règle ses heures et ses jours"
    ],
    "regles": []
  },
  {
    "fichier": "src/modules/suivi-eaje/rules/inexecution.ts",
    "entete": "Ce qu'une injonction entraîne, tenue ou non (PMI-04, PMI-05).\n\nCe que dit le texte (CSP, art. L2324-3 I) : l'injonction fixe un délai raisonnable et adapté, peut demander une réorganisation ou limiter la\ncapacité ; le conseil d'établissement en est informé ; elle peut être affichée ; un contrôle a lieu à son expiration. Inexécutée, elle\nexpose à une astreinte, à une sanction financière, à l'interdiction de gérer d'autres crèches, à un administrateur provisoire, à la\nsuspension ou à la fermeture, après une procédure contradictoire (décret du 4 décembre 2024).\nComment il est lu ici : ce qui suit l'inexécution se dit dès le lendemain du délai, tant que la mesure n'est ni réalisée ni close. Le décret\nest connu par des articles, son numéro et ce qui l'a changé depuis ne le sont pas : on avertit, rien n'est empêché. Une capacité limitée\ns'inscrit en modulation de l'autorisation : contrats et réservations la suivent alors.\nNon traité : les montants de l'astreinte et des sanctions, débattus ou non vérifiés ; qui prononce, quand, et ce qui est dû.",
    "essais": [],
    "regles": []
  },
  {
    "fichier": "src/modules/suivi-eaje/rules/information.ts",
    "entete": "Qui doit savoir un fait marquant, et quand (EVT-01, EVT-04).\n\nCe que dit le texte : le gestionnaire informe sans délai le président du conseil départemental de tout accident survenu pendant\nl'accueil ayant entraîné une hospitalisation ou l'intervention des secours, et de tout décès d'un enfant confié (CSP R2324-25 I).\nComment il est lu ici : « sans délai » est le jour même ; un tel fait ne se clôt pas tant que le président n'est pas informé. La gravité\nfixe, pour tout fait, quand quelqu'un hors de la crèche le sait : `delais.ts` le lit des paramètres du département. À la gravité 4, il\nest dit deux fois, au téléphone (ou de vive voix) et par écrit : la seconde compte. Un délai en heures se juge sur l'instant ; si l'heure du fait ou\ncelle de l'information n'est pas connue, sur le jour. Informer les familles n'est pas le dire hors de la crèche. C'est une hypothèse du\nréférentiel : on le rappelle, rien n'est empêché.\nNon traité : le changement des coordonnées d'urgence, qui est dans `contact.ts`.",
    "essais": [
      "Un fait de gravité 4 se dit au téléphone et par écrit, dans les deux heures (EVT-04, hypothèse)",
      "de 8 h, écrit à %s : %s",
      "la seconde des deux compte, dans un ordre ou l’autre ; l’une sans l’autre ne suffit pas",
      "sans l’heure de l’un ou du fait, le jour seul juge",
      "un délai qui passe minuit se juge sur l’instant",
      "inscrite avant que le moyen se dise, une information vaut pour les deux ; les familles ne comptent pas",
      "à la gravité 2, la première information suffit, dans les quarante-huit heures"
    ],
    "regles": []
  },
  {
    "fichier": "src/modules/suivi-eaje/rules/obligations.ts",
    "entete": "Ce qu'une crèche doit après un contrôle ou un fait marquant (PMI-04, PMI-06, EVT-01, EVT-04).\n\nCe que dit le texte : l'injonction fixe un délai, et un contrôle a lieu à son expiration (CSP, art. L2324-3 I) ; l'information sans\ndélai du président du conseil départemental est dite par R2324-25 I du même code.\nComment il est lu ici : le jour fixé par l'acte de contrôle est celui où la mesure doit être réalisée. Une injonction réalisée doit\nencore être vérifiée au lendemain de son terme : c'est à la direction de la crèche de le faire constater.\nDepuis 2025, rien d'annuel n'est plus à transmettre à la PMI : l'ancien I de R2324-25 est retiré, et l'information annuelle sur\nl'insertion va à l'autorité organisatrice (EVT-02).\nNon traité : cette information annuelle, des seules crèches à vocation d'insertion. Ce que l'inexécution entraîne est dans `inexecution.ts`.",
    "essais": [
      "Une mesure corrective se réalise au jour fixé (PMI-06)",
      "vue le %s : %s",
      "réalisée, elle est faite ; en retard, elle le reste",
      "Un contrôle a lieu à l’expiration d’une injonction (CSP L2324-3, PMI-04)",
      "le lendemain de son terme, pour une injonction seulement",
      "Une injonction dit ce qu’elle entraîne, tenue ou non (CSP L2324-3, PMI-04, PMI-05)",
      "la veille et le jour du délai, qui en est informé et le contrôle qui suit",
      "le lendemain, ce que l’inexécution entraîne, après une procédure contradictoire",
      "réalisée, close, ou moins qu’une injonction : rien",
      "Rien d’annuel n’est plus à transmettre à la PMI depuis 2025 (CSP R2324-25, EVT-02)",
      "une crèche sans contrôle ni fait marquant ne doit rien, à la fin de l’année comme au début",
      "Le président est informé sans délai d’un accident ou d’un décès (CSP R2324-25, EVT-01)",
      "le jour même ; la clôture n’y change rien",
      "clore %o : %s",
      "La gravité dit quand un fait se dit (EVT-04, pratique)",
      "gravité %d : le %s",
      "gravité 4 : dit au téléphone et par écrit, jugé à l’heure",
      "dit à quelqu’un, ou clos, il n’est plus dû",
      "Les états d’une mesure corrective (PMI-07)",
      "chaque acte mène à un état connu, et rien ne sort d’une mesure close",
      "on ne vérifie que ce qui est réalisé, et une vérification négative rouvre",
      "aucun fait, si contradictoire soit-il, ne casse ces règles"
    ],
    "regles": [
      "PMI-06",
      "PMI-04",
      "EVT-01",
      "EVT-04"
    ]
  },
  {
    "fichier": "src/modules/suivi-eaje/rules/transitions.ts",
    "entete": "Les états d'une mesure corrective (PMI-07, pratique) : qui l'a ouverte la suit jusqu'à la vérification.\nUne réalisation se prouve ; une vérification négative rouvre. Une mesure close ne bouge plus.",
    "essais": [],
    "regles": []
  },
  {
    "fichier": "src/modules/tableau-eaje/rules/indicateurs.ts",
    "entete": "Valeur d'un indicateur, somme d'un territoire, comparaison entre pairs (référentiel petite enfance, §9).\nDeux crèches se comparent si elles ont la même catégorie, la même amplitude d'ouverture à une heure près, et le même public\n(quartier prioritaire ou non) : une grande crèche de douze heures ne se juge pas comme une petite de dix heures.",
    "essais": [
      "les indicateurs des crèches (§9)",
      "reprennent V-PSU-03 : 70,00 % financier, 63,64 % réel, 110 % de facturation",
      "un territoire est la somme des numérateurs sur celle des dénominateurs, non la moyenne des taux",
      "sans heure réelle, rien ne se divise",
      "la conformité : 1 890 quarts d’heure tenus sur 1 960 avec des enfants font 96,43 % (IND-07)",
      "le déficit : 32 quarts d’heure à un agent manquant font 8 heures-agent, quel que soit le territoire (IND-08)",
      "le quota : une moyenne de %d en catégorie 1 pour 5,20 d’effectif minimal fait %d %% (IND-09, §2.3)",
      "l’occupation : la crèche modulée du référentiel offre 2 950 heures-places par semaine (IND-05, §2.3)",
      "les pics, les mois et les semaines se comptent ; un seul au-delà de la règle alerte (IND-05, IND-06, IND-09)",
      "les places gelées : dix places, onze heures et vingt jours sur soixante places d’un mois de vingt-deux jours (IND-10)",
      "le budget : l’atterrissage, l’engagé et le mandaté se lisent sur le voté ; sans budget, rien ne se divise (IND-24, DEP-02)",
      "l’intérim : 1 360 € pour 4 000 heures de présence font 0,34 € l’heure ; sans heure, rien ne se divise (IND-15)",
      "la continuité : 19 jours tenus sur 20 font 95 % (IND-16)",
      "le référent santé : 30 heures faites pour 40 dues font 75 %, et un trimestre se juge à part (IND-26)",
      "ce qui pouvait s’offrir : 60 quarts de place font 15 heures (IND-28)",
      "les deux effets d’un retour à 107 % s’additionnent, chacun de son côté (IND-04, V-PSU-09 et V-PSU-10)",
      "se taisent sous cinq enfants, partout où ils parlent d’enfants",
      "un seul fait de gravité 4 alerte, même sans heure de présence (IND-23)",
      "les mesures proches, les postes longtemps vacants, le reste par place et les PAI se lisent chacun sur le sien (IND-22, IND-12, IND-25, IND-26)",
      "l’âge médian des mesures se prend sur toutes réunies, jamais sur les médianes des crèches (IND-22)",
      "le dernier envoi d’un territoire est celui de la crèche qui attend depuis le plus longtemps (IND-27)",
      "se masquent sous cinq familles",
      "comptent en euros par heure et pour dix mille heures",
      "les présences douteuses se jugent à la part que le département admet, et le repère la dit (IND-27)",
      "les faits marquants se comptent gravité par gravité, pour dix mille heures (IND-23)",
      "l’absentéisme se dit motif par motif ; moins de cinq agents se réunissent, jamais seuls (IND-11)",
      "%s à %d : %s",
      "ont chacun un code, une définition et une liste",
      "la comparaison entre pairs",
      "prend la médiane, jamais la moyenne",
      "ne mêle ni les tailles, ni les amplitudes, ni les publics, et se tait sous trois pairs",
      "une médiane est entre la plus petite et la plus grande valeur"
    ],
    "regles": []
  },
  {
    "fichier": "src/modules/tenue-eaje/rules/information-president.ts",
    "entete": "Une direction qui change se dit au président du conseil départemental (EVT-03).\n\nCe que dit le texte (CSP, art. R2324-24) : le gestionnaire l'informe sans délai de la modification d'un élément de l'autorisation, dont la\ndirection.\nComment il est lu ici : qui rattache, change ou fait finir une personne de la direction le lit en enregistrant. On le rappelle, rien n'est\nempêché : remplacer quelques heures n'est pas changer de direction, et seule la personne le sait.\nNon traité : l'échéance, faute de tenir le jour où il est informé ; les locaux, dont les travaux ont leur règle ; les places, que seul un\nnouvel arrêté change.",
    "essais": [
      "Le président est informé sans délai d’une direction qui change (CSP R2324-24, EVT-03)",
      "se rappelle pour la direction seule : %s",
      "aussi quand quelqu’un quitte la direction pour un autre métier"
    ],
    "regles": []
  },
  {
    "fichier": "src/modules/tenue-eaje/rules/referent-sante.ts",
    "entete": "Les heures du référent « santé et accueil inclusif », faites face à celles qui sont dues (CAP-18, IND-26).\n\nCe que dit le texte : des heures par an selon la catégorie, dont une part chaque trimestre (R2324-39, R2324-46-2).\nComment il est lu ici : le trimestre est celui de l'année civile. Des heures en plus un trimestre comptent dans l'année, jamais dans un\nautre trimestre. Pour une période plus courte que l'année, un douzième de l'année est dû par mois : une lecture, pour ne pas attendre\ndécembre. Au-delà de soixante places le texte ajoute des heures à l'année ; la part du trimestre reste ici celle de la catégorie.\nNon traité : une crèche qui ouvre, ferme ou change de catégorie en cours de trimestre ; qui a fait ces heures, et lesquelles de ses missions.",
    "essais": [
      "Les heures du référent santé et accueil inclusif (R2324-39, R2324-46-2)",
      "%d places : %d heures par an, dont %d par trimestre (CAP-18)",
      "un trimestre large n’en rachète pas un autre, mais compte dans l’année",
      "un trimestre entamé n’est pas encore jugé ; un douzième de l’année est dû par mois",
      "la crèche voit l’année et chaque trimestre commencé : fait, en cours, ou qui manque"
    ],
    "regles": []
  },
  {
    "fichier": "src/modules/travaux-eaje/rules/calendrier.ts",
    "entete": "Ce que des travaux changent au calendrier de leur crèche (TRV-01, TRV-02).\n\nCe que dit la pratique : un dossier validé ferme la crèche, ou réduit ses places, aux dates qu'il dit ; la réouverture les lui rend.\nComment elle est lue ici : toutes les places gelées toute la journée, la crèche ferme ; sinon elle offre ce qui reste, au quart d'heure qui\ncontient les heures du gel. Tout cela se propose ; une personne décide. Le calendrier rend à la crèche le jour où elle rouvre vraiment, plus\ntôt ou plus tard que prévu.\nNon traité : deux dossiers qui gèlent des places aux mêmes heures : la plus basse des deux modulations vaut, la personne fait la somme.",
    "essais": [
      "Ce que des travaux proposent au calendrier (TRV-02)",
      "toutes les places, toute la journée : la crèche ferme",
      "une partie des places : elle offre ce qui reste",
      "toutes les places à certaines heures : elle n’en offre aucune à ces heures, au quart d’heure qui les contient",
      "sans autorisation ces jours-là, elle n’a rien à offrir",
      "Le calendrier suit-il le dossier ?",
      "les jours qui offrent encore ce que les travaux prennent se comptent",
      "ce qui est inscrit hors de ses dates se voit, la veille et le lendemain",
      "Ce qui se propose avec chaque acte",
      "inscrire en validant ou en programmant, tant que rien ne l’est ; rendre en rouvrant ou en abandonnant",
      "un choix ne vaut que pour l’acte qui le porte"
    ],
    "regles": []
  },
  {
    "fichier": "src/modules/travaux-eaje/rules/gel.ts",
    "entete": "Les places que des travaux gèlent, à un instant, sur une période (TRV-02, IND-10).\n\nCe que dit la pratique : places gelées × jours ouverts × heures.\nComment elle est lue ici : la crèche garde ses places autorisées moins les places gelées ; à une heure où elle en offrait déjà moins (modulation,\nCAP-04), seules celles qu'elle perd vraiment comptent. Un jour férié ou de congés n'offrait rien. Une fermeture, ou une\nmodulation datée, inscrite pour travaux est l'effet du dossier : elle ne l'efface pas. Le gel va du début, réel ou prévu, à la veille de la réouverture, réelle ou prévue ; tant que la\ncrèche n'a pas rouvert, il court jusqu'à aujourd'hui. Un besoin, même validé, ne gèle rien tant qu'il n'est pas programmé. Deux dossiers le\nmême jour se comptent ensemble : ils ne gèlent jamais, à deux, plus que la crèche n'offre.\nNon traité : quelles places deux dossiers gèlent (un dossier dit combien, non lesquelles : en deçà de ce que la crèche offre, elles sont\ntenues pour différentes, comme au relogement) ; une fermeture pour travaux inscrite au calendrier sans dossier ; les places qu'un contrôle limite.",
    "essais": [
      "Places gelées × jours ouverts × heures (TRV-02)",
      "quarante places, cinq jours, dix heures : deux mille",
      "jamais plus que les places autorisées",
      "deux heures le soir seulement",
      "là où la crèche offrait déjà moins, seules les places vraiment perdues comptent (CAP-04)",
      "un jour de congés n’offrait rien ; une fermeture pour travaux ne cache pas le gel",
      "deux dossiers qui ferment la crèche les mêmes jours ne gèlent pas deux fois ses places (IND-10)",
      "dans les bornes demandées seulement",
      "Un gel a lieu du début à la veille de la réouverture (IND-10)",
      "un besoin, un besoin validé, un abandon ne gèlent rien",
      "programmé : ce qui vient ; ce qui devait avoir eu lieu et n’a pas commencé n’a rien gelé",
      "commencé : du jour réel ; non rouvert, il court jusqu’à aujourd’hui",
      "rouvert : jusqu’à la veille",
      "aucune place gelée, aucun gel"
    ],
    "regles": []
  },
  {
    "fichier": "src/modules/travaux-eaje/rules/impact.ts",
    "entete": "L'impact des travaux, chiffré avant de valider (TRV-02, pratique).\n\nCe que dit la pratique : places gelées × jours × heures, enfants à reloger, heures perdues.\nComment elle est lue ici : les enfants attendus sont ceux des contrats et des réservations, moins les absences déjà dites, jour ouvert par jour\nouvert et quart d'heure par quart d'heure (un quart commencé compte). Perdue, l'heure d'un enfant qui dépasse les places qui restent. À\nreloger : tous les enfants attendus quand la crèche ferme en entier ; sinon, au plus chargé, ceux qui ne tiennent plus. On compte avant relogement.\nNon traité : les enfants qu'une commission attribuera d'ici là.",
    "essais": [
      "L’impact des travaux se chiffre des contrats (TRV-02)",
      "fermée cinq jours, trente enfants de 9 h à 17 h : tous à reloger, 1 200 heures perdues",
      "dix places gelées, trente-cinq enfants : cinq de trop, à chaque quart d’heure",
      "assez de places pour tous : rien n’est perdu, les places sont gelées quand même",
      "le soir seulement : les enfants encore là, et pas les autres",
      "une absence dite et un contrat fini ne comptent pas, une réservation compte",
      "sur des jours fermés seulement, la crèche ne ferme pas",
      "à cheval sur le Nouvel An, les heures perdues se comptent année par année",
      "un chiffrage arrêté se partage selon les jours ouverts, sans perdre une minute"
    ],
    "regles": []
  },
  {
    "fichier": "src/modules/travaux-eaje/rules/obligations.ts",
    "entete": "Ce que les travaux d'une crèche font devoir (EVT-03, TRV-02, TRV-03).\n\nCe que dit le texte : toute modification d'un élément de l'autorisation est portée sans délai à la connaissance du président du conseil\ndépartemental (CSP, art. R2324-24). Aucun texte ne chiffre l'information des familles.\nComment il est lu ici : la modification est décidée quand le besoin est validé ; « sans délai » est ce jour même. Les familles sont prévenues trente\njours avant le début, ce que le département règle et qui reste à confirmer ; programmés plus tard que cela, les travaux sont en retard dès ce jour.\nLa crèche rouvre au jour prévu. Des travaux abandonnés ne doivent plus rien.\nNon traité : l'avis du président sur la modification, et l'autorisation nouvelle qu'elle demande parfois (CAP-03).",
    "essais": [
      "Le président est informé sans délai de ce qui touche l’autorisation (CSP R2324-24, EVT-03)",
      "validés le 20 novembre, vus le %s : %s",
      "informé le jour même ou avant, c’est fait ; le lendemain, en retard",
      "rien tant que rien n’est validé, ni quand l’autorisation n’est pas touchée ; un abandon l’éteint",
      "Les familles le savent trente jours avant, ce que le département règle (TRV-02, à confirmer)",
      "début le 20 décembre, vu le %s : %s",
      "le préavis du département vaut",
      "prévenues à temps, trop tard, ou jamais",
      "rien si aucune place n’est gelée, ni avant la programmation",
      "La crèche rouvre au jour prévu (TRV-03)",
      "prévue le 10 janvier, vue le %s : %s",
      "rouverte, c’est fait ; abandonnés, il n’y a rien à rouvrir",
      "aucun fait, si contradictoire soit-il, ne casse ces règles"
    ],
    "regles": [
      "EVT-03",
      "TRV-02",
      "TRV-03"
    ]
  },
  {
    "fichier": "src/modules/travaux-eaje/rules/perte-psu.ts",
    "entete": "La recette que des travaux font perdre, estimée (TRV-02, PSU-06).\n\nCe que dit la pratique : 66 % × min(prix de revient, prix plafond) × heures perdues.\nComment elle est lue ici : le prix retenu est celui du calcul de la prestation de l'année de la crèche, avec son barème ; participations des familles\ncomprises, puisqu'elles se déduisent de la prestation et se perdent avec les heures (PSU-08). Avant relogement : une heure faite dans une crèche\nhôte n'est pas perdue pour le département. Des travaux à cheval sur deux années se chiffrent au barème de chacune ; une année qui n'a pas\nencore de calcul prend celui de l'année en cours, et le dit.\nNon traité : l'effet des heures perdues sur le taux de facturation ; les charges que la fermeture épargne.",
    "essais": [
      "La recette perdue : 66 % × le plus bas des prix × heures perdues (TRV-02, PSU-06)",
      "mille deux cents heures à dix euros : 7 920 €, et la méthode dit son prix et sa confiance",
      "à cheval sur deux années, chaque heure au prix de la sienne",
      "une année sans calcul prend le prix de l’année en cours et le dit ; sans aucun prix, rien ne s’additionne",
      "aucune heure perdue, aucune perte",
      "sans comptes, sans barème ou sans y avoir droit, aucun montant n’est inventé"
    ],
    "regles": []
  },
  {
    "fichier": "src/modules/travaux-eaje/rules/priorite.ts",
    "entete": "La priorité d'un besoin de travaux (TRV-01, pratique).\n\nCe que dit la pratique : la sécurité passe avant la conformité demandée par la PMI, puis la continuité de l'accueil, puis le confort.\nComment elle est lue ici : un besoin a la priorité du plus pressant de ses enjeux ; à priorité égale, le plus ancien passe devant.\nNon traité : le coût des travaux, que la direction des bâtiments estime.",
    "essais": [
      "La sécurité passe avant la conformité, la continuité, le confort (TRV-01)",
      "à priorité égale, le plus ancien passe devant",
      "s’explique : l’enjeu retenu, les autres, l’ordre, la date"
    ],
    "regles": []
  },
  {
    "fichier": "src/modules/travaux-eaje/rules/relogement.ts",
    "entete": "Ce qu'une crèche hôte peut accueillir de plus, le temps de travaux ailleurs (TRV-02, CAP-05, CAP-06).\n\nCe que dit le texte : les enfants présents au même moment ne passent pas 115 % de la capacité, ni l'occupation de la semaine 100 % (CSP R2324-27).\nComment il est lu ici : un enfant relogé est compté présent à toutes les heures touchées, tous les jours ouverts de l'hôte : ce qui est offert tient\ndonc toujours. On retire les enfants que l'hôte attend (contrats et réservations, moins les absences dites), ceux qu'elle accueille déjà\nd'ailleurs, et ses propres travaux. La semaine se lit du lundi au dimanche, même si les travaux la coupent. L'arrondi de 115 % n'est pas écrit\ndans le texte lu : entre l'entier au-dessous et l'entier au-dessus, on prévient ; au-delà, le relogement est refusé. Un jour où l'hôte est fermée\nne compte pas, et se dit.\nNon traité : l'encadrement de l'hôte, que les agents redéployés suivent ; la règle du surnombre que dit le règlement de fonctionnement (CAP-07).",
    "essais": [
      "Une crèche hôte n’accueille jamais plus qu’elle ne peut (CSP R2324-27, CAP-05, CAP-06)",
      "sur la semaine, cent pour cent : quarante places sur dix heures, trente enfants sur huit, seize de plus",
      "à un instant, cent quinze pour cent : quarante-six",
      "l’arrondi de 115 % n’est pas écrit : à douze places, le treizième est sans réserve, le quatorzième prévient, le quinzième est refusé",
      "la semaine est entière, même coupée par les travaux : du jeudi au vendredi, le début de semaine compte",
      "dit combien d’enfants relogés elle ne peut plus garder",
      "moins ceux qu’elle accueille déjà d’ailleurs, moins ses propres travaux",
      "fermée un jour, elle le dit ; fermée tout le temps, elle n’offre rien",
      "ce qu’elle offre est permis, un de plus est refusé"
    ],
    "regles": []
  },
  {
    "fichier": "src/modules/travaux-eaje/rules/transitions.ts",
    "entete": "Les états d'un dossier de travaux, et ce qui l'arrête entre deux (TRV-01, TRV-02, TRV-03, pratiques).\n\nCe que dit la pratique : besoin, validé, programmé, en cours, reçu, rouvert ; ou abandonné, avec sa raison, tant que rien n'a commencé. Un dossier\nrouvert ou abandonné ne bouge plus. L'impact est chiffré avant de valider ; la crèche ne rouvre pas tant qu'un point de la liste de contrôle manque.\nComment elle est lue ici : un chiffrage vaut pour les dates, les places et les heures dont il se calcule ; si elles changent avant la programmation, il\nest à refaire. Chaque point de la liste est tenu, preuve à l'appui, entre le début réel des travaux et le jour de la réouverture ; un point sans objet se tient aussi, en\ndisant pourquoi. Ces règles sont celles que le département se donne : elles arrêtent ses propres actes, aucun texte ne les impose.\nNon traité : des travaux interrompus, qui restent en cours ; la visite de la commission de sécurité, qui se dit dans sa preuve.",
    "essais": [
      "chaque acte mène à un état connu ; rien ne sort d’un dossier rouvert ou abandonné (TRV-01)",
      "on n’abandonne plus ce qui a commencé, on ne rouvre que ce qui est reçu",
      "Un besoin ne se valide pas sans impact chiffré (TRV-02)",
      "absent : refusé ; à jour : permis",
      "périmé dès que la prévision change : %o",
      "un abandon dit sa raison",
      "Commencés, les travaux gèlent ce qu’ils gèlent (IND-10)",
      "change %s",
      "La crèche ne rouvre pas tant qu’un point manque (TRV-03)",
      "aucun, un seul manquant : refusé en le nommant ; tous : permis",
      "un point tenu le %s, les travaux commencés le 20 : il en manque %d",
      "un point tenu après le jour dit ne compte pas"
    ],
    "regles": []
  },
  {
    "fichier": "src/shared/delai.ts",
    "entete": "Le décompte des délais, expliqué étape par étape.\n\nCe que dit le texte (CPC 641 et 642 ; 642-1 les étend aux formalités de publicité) : en jours, celui de l'acte ne\ncompte pas ; en mois ou en années, le délai expire au même quantième, à défaut le dernier jour du mois ; les mois sont\ncomptés avant les jours ; il expire le dernier jour à 24 h ; un samedi, un dimanche, un jour férié ou chômé le proroge\njusqu'au premier jour ouvrable suivant.\n\nComment il est lu ici : plusieurs délais courent l'un après l'autre, années, mois, jours puis heures ; seul le terme\nfinal est prorogé ; la zone est celle du lieu où l'acte doit être fait.\n- `procedure-civile` : le texte ci-dessus. En heures, le terme prorogé est la fin du premier jour ouvrable (à confirmer).\n- `protection` : jamais reporté, l'échéance brute protège mieux ; le report n'est qu'une information (TPS-05).\n- `administratif` : même quantième, sans report (TPS-06).\nLes délais en heures courent d'instant à instant, au fuseau de Paris (TPS-01).\n\nNon traité : délais de distance (CPC 643), délais francs du juge administratif, délais à rebours.",
    "essais": [
      "en procédure civile",
      "dix jours du %s : le jour de l’acte ne compte pas, terme %s, échéance %s, CPC 641 al. 1",
      "du %s, %s expire au même quantième ou le dernier jour du mois : %s, CPC 641 al. 2",
      "les mois sont comptés avant les jours, dans quelque ordre qu'on les dise, CPC 641 al. 3",
      "le terme intermédiaire n'est pas prorogé, seul le dernier l'est, CPC 642 al. 2",
      "%s : dix jours du %s mènent au %s, CPC 642 al. 2",
      "zone %s : dix jours du 19 mars 2024 tombent le Vendredi saint, échéance %s, CPC 642",
      "zone 974 : le 20 décembre est férié à La Réunion, pas à Mayotte, CPC 642",
      "chaque étape est dite en français avec son texte",
      "pour la protection",
      "l'échéance n'est jamais reportée ; le report est dit pour information, TPS-05",
      "72 heures courent d’heure à heure, TPS-01",
      "48 heures restent 48 heures quand l'heure change, TPS-01",
      "un délai en jours depuis un instant part du jour civil de Paris, TPS-01",
      "pour un délai administratif",
      "trois mois d'évaluation finissent au même quantième, sans report, CASF D226-2-4 et TPS-06",
      "une heure en procédure civile",
      "qui finit un jour non ouvrable va à la fin du premier jour ouvrable, CPC 642 (à confirmer)",
      "une demande mal faite est refusée en français",
      "« %s »",
      "une heure qui n'existe pas ou existe deux fois demande son décalage",
      "tous les délais de 2006 à 2031 (propriétés)",
      "l'échéance civile est le premier jour ouvrable à compter du terme, et jamais plus loin que cinq jours",
      "la protection et le délai administratif gardent le terme ; la procédure civile ne vient jamais avant",
      "en mois, le quantième est gardé ou le terme est le dernier jour du bon mois"
    ],
    "regles": []
  },
  {
    "fichier": "src/shared/jour-civil.ts",
    "entete": "Le jour civil : une date du calendrier, sans heure ni fuseau, écrite « 2026-11-21 ».\nL'ordre alphabétique de ces textes est l'ordre des jours ; ils traversent SQL, JSON et les formulaires sans se déplacer.",
    "essais": [
      "le jour civil",
      "existe ou est refusé avec une phrase",
      "est celui de Paris à l'instant dit, été comme hiver (TPS-01)",
      "garde le quantième en ajoutant des mois, à défaut le dernier jour du mois",
      "a un rang dans la semaine et un ordre",
      "compte la différence comme l'ajout (propriété)",
      "l'arithmétique des jours",
      "est celle de Temporal, jour après jour de 1890 à 2110",
      "en mois et en années, est celle de Temporal (propriété)",
      "refuse de sortir des années à quatre chiffres",
      "l'âge révolu",
      "s'accroît le jour anniversaire : la veille 17 ans, le jour 18, le lendemain 18, C. civ. 388",
      "né un 29 février, change le 28 les années communes, ou le 1er mars si le département le choisit, TPS-07",
      "est refusé avant la naissance",
      "change exactement au jour rendu par anniversaire (propriété)"
    ],
    "regles": []
  },
  {
    "fichier": "src/shared/jours-feries.ts",
    "entete": "Jours fériés légaux par zone.\n\nCe que dit le droit : onze fêtes légales partout (C. trav. L3133-1) ; en Moselle, Bas-Rhin et Haut-Rhin le Vendredi\nsaint et le 26 décembre (C. trav. L3134-13) ; outre-mer la commémoration de l'abolition de l'esclavage (C. trav. L3422-2).\nComment il est lu : les fêtes communes et d'Alsace-Moselle viennent de @socialgouv/jours-feries ; cette bibliothèque\nignore l'outre-mer, tenu ici. Le Vendredi saint vaut dans toute la zone, bien que le texte le limite aux communes\nqui ont un temple protestant ou une église mixte.\nNon traité : Nouvelle-Calédonie, Polynésie française, Wallis-et-Futuna (procédure propre) ; fêtes d'usage de Mayotte.",
    "essais": [
      "les jours fériés",
      "sont les onze fêtes légales de 1990 à 2060, C. trav. L3133-1",
      "s'augmentent du Vendredi saint et du 26 décembre en Alsace-Moselle, C. trav. L3134-13",
      "réunissent deux fêtes tombées le même jour : l'Ascension du 1er mai 2008",
      "commémorent l'abolition de l'esclavage en %s le %s, pas en métropole, C. trav. L3422-2",
      "ne bougent pas quand l'horloge de la machine est dans un autre fuseau",
      "la zone",
      "du département %s est %s",
      "est refusée pour « %s »",
      "le premier jour ouvrable",
      "saute samedi, dimanche et fêtes, CPC 642"
    ],
    "regles": []
  }
] as const;

-- Le schéma de Marelle, tel que les migrations et les politiques le font. Tiré de la base par
-- « node database/generate-schema.mjs <url d’une base migrée> » : ne pas écrire ici à la main.

function acces.absenteisme_creches(sur daterange)
  returns TABLE(etablissement_id uuid, jours_absence integer, jours_theoriques integer, jours_maladie integer, agents_maladie integer, jours_parentalite integer, agents_parentalite integer, jours_autre integer, agents_autre integer) security definer f008bc94

function acces.agent_courant()
  returns uuid security definer 0b154d00

function acces.aujourdhui()
  returns date security definer 55ae7830

function acces.collegues_de(agent uuid)
  returns SETOF uuid security definer 271a2229

function acces.conduit_information(information uuid)
  returns boolean security definer 8c1de458

function acces.est_enfant(personne uuid)
  returns boolean security definer d6aee006

function acces.est_semaine(s smallint[])
  returns boolean 50e462ba

function acces.evalue_information(information uuid)
  returns boolean security definer 7118b9c1

function acces.jours_de_semaine(jours daterange)
  returns integer c7308052

function acces.mes_creches(habilitation text)
  returns uuid[] security definer 0cf3bd1a

function acces.mes_lignes_tenues()
  returns uuid[] security definer 0dcd38bf

function acces.mes_renforts()
  returns uuid[] security definer 015f03dc

function acces.message_de_session()
  returns text 05f65f02

function acces.normalise(texte text)
  returns text 93b3cd61

function acces.ouvrir(jeton text)
  returns jsonb security definer 7f360603

function acces.ouvrir_agent(agent uuid, portees text[])
  returns jsonb security definer 3e6c3c2a

function acces.ouvrir_calendrier(empreinte_du_secret text)
  returns jsonb security definer 1dbd34c2

function acces.ouvrir_jeton_api(empreinte_du_jeton text)
  returns jsonb security definer e2f13d0d

function acces.periode(du date, au date)
  returns daterange 0b5d3b06

function acces.peut(habilitation text)
  returns boolean security definer 4f23f158

function acces.peut_confier(agent uuid)
  returns boolean security definer b53182ef

function acces.porte_mesures(enfant uuid, unite uuid)
  returns boolean security definer 25a33440

function acces.reconnait_personne(personne uuid)
  returns boolean security definer 5994c19f

function acces.reglage_session(cle_voulue text, defaut integer, maximum integer)
  returns interval security definer 63ec06a2

function acces.relayes()
  returns uuid[] security definer 382bba3c

function acces.sceller(message text)
  returns text security definer 69b3d621

function acces.session_ouverte()
  returns boolean security definer ba4f2b22

function acces.signature_vaut(agent uuid, acte_signe text, unite uuid, jour date)
  returns boolean security definer d52e960b

function acces.signe_mesure(mesure uuid)
  returns boolean security definer 955cba84

function acces.unites_courantes()
  returns uuid[] security definer b4c7cff3

function acces.voit_enfant(enfant uuid)
  returns boolean security definer 5ebf4c2a

function acces.voit_information(information uuid)
  returns boolean security definer 1d4a5166

function acces.voit_menage(menage uuid)
  returns boolean security definer e2957787

function acces.voit_mesure(mesure uuid)
  returns boolean security definer 8f9acfb1

function acces.voit_personne(personne uuid)
  returns boolean security definer 5cf3aa95

function comptes.fermer_sessions()
  returns trigger security definer 617ca727

function comptes.retirer_second_facteur(compte text)
  returns boolean security definer 706c75f5

function eaje.garder_autorisation()
  returns trigger security definer ae896bed

function eaje.garder_modulation()
  returns trigger security definer 6a4ac4de

function eaje.garder_mois_fige()
  returns trigger 77e4f596

function eaje.lieux_de_l_enfant(enfant uuid, sur daterange, venu boolean)
  returns TABLE(creche uuid, jours daterange) e68e5436

function eaje.lieux_du_professionnel(professionnel uuid, sur daterange)
  returns TABLE(creche uuid, jours daterange) 925f5abe

function eaje.marquer_heures(creches uuid[], periodes daterange[])
  returns void 983f3029

function eaje.marquer_mois(creches uuid[], periodes daterange[])
  returns void f2dc77c0

function eaje.noter_changement()
  returns trigger security definer 84b7dcd7

function eaje.surveiller(IN nom regclass, IN lues text, IN touchees text, IN prevue boolean)
  returns b2b2ff34

function eaje.surveiller_heures(IN nom regclass, IN lues text, IN touchees text)
  returns f3121a05

function echeances.demander_revue()
  returns void security definer 123a1af9

function echeances.ecrire(objets uuid[], lignes jsonb, OUT apparues integer, OUT changees integer, OUT otees integer)
  returns record security definer 55a39bfd

function echeances.ecrire_touches(lignes jsonb, en_panne uuid[])
  returns void security definer 79de21f0

function echeances.lire(objets uuid[])
  returns jsonb security definer 2b07fcec

function echeances.lire_touches()
  returns jsonb security definer f3a4581c

function echeances.marquer()
  returns trigger security definer b661235a

function echeances.marquer_naissance()
  returns trigger security definer fb4a0eaa

function echeances.marquer_objets(objets uuid[])
  returns void security definer 2e822737

function echeances.suivre_reglage()
  returns trigger security definer 768d6715

function echeances.surveiller(IN nom regclass, IN colonne text)
  returns 8d4e3358

function echeances.verrouiller(enfants uuid[])
  returns void security definer 192944a2

function enfants.arreter_relais(ligne uuid, lue integer)
  returns boolean security definer c8324983

function enfants.briser_glace(nom_cherche text, prenom_cherche text, naissance date, motif_code text, explication_donnee text, duree interval, plafond integer, nouvel_id uuid)
  returns uuid security definer 5254d1a8

function enfants.chercher(mots text[], naissance date, annee integer, numero_commence text, flou boolean, limite integer)
  returns TABLE(id uuid, score real) security definer 7bdb449e

function enfants.demander_doublons()
  returns trigger security definer 5dc98120

function enfants.deplacer_ligne(relation regclass, colonne name, ligne uuid, avant jsonb, garde uuid)
  returns jsonb security definer 196ece92

function enfants.doublons_vus(limite integer)
  returns TABLE(a jsonb, b jsonb, raison text) security definer 724d2f37

function enfants.foyers_de(personne uuid)
  returns TABLE(membre_id uuid, menage_id uuid, libelle text, residence text, periode daterange, adresses jsonb, membres jsonb) security definer 1fb0591b

function enfants.fratrie_hors_missions(enfant uuid)
  returns TABLE(rang bigint, prenom text, meres integer, peres integer, communs integer) security definer e8cc8179

function enfants.fusionner(garde uuid, absorbe uuid, raison text, nouvel_id uuid)
  returns uuid security definer f0237413

function enfants.garder_fermeture()
  returns trigger c31dd7a6

function enfants.garder_recherche()
  returns trigger security definer cd028491

function enfants.garder_restriction()
  returns trigger security definer c6b60c8c

function enfants.prendre_rang(annee text)
  returns integer security definer db73406c

function enfants.refaire_recherche(personne uuid)
  returns text security definer c4b176ad

function enfants.repercuter_autre_nom()
  returns trigger security definer 61bf4838

function enfants.resumer(p enfants.personne)
  returns jsonb b11e79de

function enfants.separer(fusion uuid)
  returns uuid security definer 9666b68e

function enfants.signer_creation()
  returns trigger security definer 2167b977

function ip.charges(agents uuid[])
  returns TABLE(agent_id uuid, en_cours integer, en_retard integer) security definer 969a695a

function ip.chercher(mots text[])
  returns SETOF uuid security definer aaef4594

function ip.garder_enfant()
  returns trigger security definer 36296873

function ip.garder_evaluateur()
  returns trigger security definer a1ba74ba

function ip.garder_rapport()
  returns trigger security definer 57fbe0c8

function ip.garder_signalement()
  returns trigger security definer 85dc2713

function ip.garder_suites()
  returns trigger security definer f4de5d9b

function ip.mission_d_evaluation(evaluateur uuid, mineur uuid)
  returns uuid 9aa3cd4b

function ip.noter_dit()
  returns trigger security definer 48c4b0d2

function ip.prendre_rang(annee text)
  returns integer security definer 20bdbecc

function ip.suivre_etat()
  returns trigger security definer 33baf172

function ip.suivre_lignes()
  returns trigger security definer 7e4d9519

function ip.suivre_retraits()
  returns trigger security definer 9fa2f9e0

function ip.tenir_missions(informations uuid[])
  returns void security definer 45c979e9

function journal.chainer()
  returns trigger security definer 74ff61bc

function journal.message(e journal.evenement)
  returns text ad959dea

function journal.poser_sceau()
  returns bigint security definer 808a2faa

function journal.refuser()
  returns trigger 571ad0b1

function journal.signer_jeton()
  returns trigger security definer 06533b4d

function mesures.couverture(du date, au date, fin date)
  returns daterange 22dfde56

function mesures.garder_decision()
  returns trigger security definer 7a9d871d

function mesures.garder_execution()
  returns trigger security definer 04a19cbe

function mesures.poser_code()
  returns trigger security definer 954e69e9

function mesures.signer()
  returns trigger security definer 10931391

function mesures.suivre_missions()
  returns trigger security definer f99203a4

function mesures.suivre_territoire(enfants uuid[])
  returns integer security definer 00223556

function mesures.tenir_couverture()
  returns trigger security definer 2b3aa61b

function mesures.tenir_execution()
  returns trigger security definer f4dbbf96

function organisation.refaire_ascendance()
  returns trigger security definer abcf6b42

function rapprochement.autre_nom_change()
  returns trigger security definer 1fb8dc71

function rapprochement.demander_cles()
  returns void security definer 69060fd8

function rapprochement.fiches_reconnues(ids uuid[])
  returns TABLE(id uuid, nom text, prenom text, enfant boolean, vue boolean, numero text, ouvert_le date, clos_le date, territoire text) security definer 08f1b454

function rapprochement.marquer_cles(ids uuid[])
  returns void security definer c452af4f

function rapprochement.personne_changee()
  returns trigger security definer 7432a9bb

function rapprochement.personne_creee()
  returns trigger security definer c0020e47

function rapprochement.personne_effacee()
  returns trigger security definer b8d5386c

function rapprochement.ressemblances(cles text[], version_cherchee integer, sauf uuid, limite integer)
  returns TABLE(id uuid, nom text, nom_usage text, prenom text, sexe text, date_naissance date, naissance_precision text, telephone text, autres_noms jsonb) security definer 2b28d6b2

function travaux.reveiller()
  returns trigger 59b3db09

table acces.cle
  externe bytea not null
  interne bytea not null
  unique_ligne boolean not null default true
  constraint cle_pkey PRIMARY KEY (unique_ligne)
  constraint cle_unique_ligne_check CHECK (unique_ligne)

table acces.habilitation_profil
  habilitation text not null
  profil text not null
  constraint habilitation_profil_pkey PRIMARY KEY (profil, habilitation)
  grant select to marelle_agent
  grant select to marelle_systeme

table alertes.calendrier
  agent_id uuid not null
  cree_le timestamp with time zone not null default transaction_timestamp()
  empreinte text not null
  id uuid not null
  lu_le timestamp with time zone
  revoque_le timestamp with time zone
  constraint calendrier_agent_id_fkey FOREIGN KEY (agent_id) REFERENCES organisation.agent(id) ON DELETE CASCADE
  constraint calendrier_empreinte_key UNIQUE (empreinte)
  constraint calendrier_pkey PRIMARY KEY (id)
  index UNIQUE calendrier_un_ouvert btree (agent_id) WHERE (revoque_le IS NULL)
  policy ouvrir all to marelle_agent using (agent_id = ( SELECT acces.agent_courant() AS agent_courant)) with check (agent_id = ( SELECT acces.agent_courant() AS agent_courant))
  grant delete, insert, select, update to marelle_agent
  grant delete, insert, select, update to marelle_systeme

table alertes.courriel
  agent_id uuid not null
  clos_le timestamp with time zone
  corps text not null
  ecrit_le timestamp with time zone not null default transaction_timestamp()
  essais integer not null default 0
  etat text not null default 'a-envoyer'::text
  id uuid not null
  jour date not null
  nature text not null
  objet text not null
  prochain_essai_le timestamp with time zone not null default transaction_timestamp()
  rang bigint not null
  refus text
  constraint courriel_agent_id_fkey FOREIGN KEY (agent_id) REFERENCES organisation.agent(id)
  constraint courriel_clos CHECK (((etat = 'a-envoyer'::text) = (clos_le IS NULL)))
  constraint courriel_etat_check CHECK ((etat = ANY (ARRAY['a-envoyer'::text, 'envoye'::text, 'remplace'::text, 'abandonne'::text])))
  constraint courriel_nature_check CHECK ((nature = ANY (ARRAY['matin'::text, 'semaine'::text, 'escalade'::text])))
  constraint courriel_pkey PRIMARY KEY (id)
  constraint courriel_une_fois UNIQUE (agent_id, nature, jour)
  index courriel_a_envoyer btree (rang) WHERE (etat = 'a-envoyer'::text)
  index courriel_clos_le btree (clos_le) WHERE (clos_le IS NOT NULL)
  policy lire select to marelle_agent using (agent_id = ( SELECT acces.agent_courant() AS agent_courant))
  grant delete, insert, select, update to marelle_systeme
  grant select to marelle_agent

table alertes.escalade
  agent_id uuid not null
  cle text not null
  enfant_id uuid
  etablissement_id uuid
  gravite text not null
  id uuid not null
  information_id uuid
  le date not null
  libelle text not null
  niveau integer not null
  pour date not null
  regle text not null
  restreint boolean not null
  superieur_id uuid not null
  constraint escalade_agent_id_fkey FOREIGN KEY (agent_id) REFERENCES organisation.agent(id)
  constraint escalade_enfant_id_fkey FOREIGN KEY (enfant_id) REFERENCES enfants.enfant(id) ON DELETE CASCADE
  constraint escalade_etablissement_id_fkey FOREIGN KEY (etablissement_id) REFERENCES eaje.etablissement(id) ON DELETE CASCADE
  constraint escalade_gravite_check CHECK ((gravite = ANY (ARRAY['critique'::text, 'normale'::text])))
  constraint escalade_information_id_fkey FOREIGN KEY (information_id) REFERENCES ip.information(id) ON DELETE CASCADE
  constraint escalade_niveau_check CHECK (((niveau >= 1) AND (niveau <= 3)))
  constraint escalade_objet CHECK ((num_nonnulls(enfant_id, information_id, etablissement_id) = 1))
  constraint escalade_pkey PRIMARY KEY (id)
  constraint escalade_superieur_id_fkey FOREIGN KEY (superieur_id) REFERENCES organisation.agent(id)
  constraint escalade_une_fois UNIQUE NULLS NOT DISTINCT (enfant_id, information_id, etablissement_id, regle, cle, niveau)
  index escalade_agent btree (agent_id, le DESC)
  index escalade_superieur btree (superieur_id, le DESC)
  policy lire select to marelle_agent using ((( SELECT acces.agent_courant() AS agent_courant) = agent_id) OR (( SELECT acces.agent_courant() AS agent_courant) = superieur_id))
  grant delete, insert, select, update to marelle_systeme
  grant select to marelle_agent

table alertes.preference
  agent_id uuid not null
  matin text not null
  modifiee_le timestamp with time zone not null default transaction_timestamp()
  semaine boolean not null
  constraint preference_agent_id_fkey FOREIGN KEY (agent_id) REFERENCES organisation.agent(id) ON DELETE CASCADE
  constraint preference_matin_check CHECK ((matin = ANY (ARRAY['chaque-jour'::text, 'nouveautes'::text, 'critiques'::text])))
  constraint preference_pkey PRIMARY KEY (agent_id)
  policy regler all to marelle_agent using (agent_id = ( SELECT acces.agent_courant() AS agent_courant)) with check (agent_id = ( SELECT acces.agent_courant() AS agent_courant))
  grant delete, insert, select, update to marelle_agent
  grant delete, insert, select, update to marelle_systeme

table alertes.rendez_vous
  agent_id uuid not null
  annule_le timestamp with time zone
  lien text not null
  modifie_le timestamp with time zone not null default date_trunc('second'::text, transaction_timestamp())
  quand text not null
  sequence integer not null default 0
  titre text not null
  uid text not null
  constraint rendez_vous_agent_id_fkey FOREIGN KEY (agent_id) REFERENCES organisation.agent(id) ON DELETE CASCADE
  constraint rendez_vous_pkey PRIMARY KEY (agent_id, uid)
  policy publier all to marelle_agent using (agent_id = ( SELECT acces.agent_courant() AS agent_courant)) with check (agent_id = ( SELECT acces.agent_courant() AS agent_courant))
  grant delete, insert, select, update to marelle_agent
  grant delete, insert, select, update to marelle_systeme

table alertes.tournee
  faite_le timestamp with time zone not null default transaction_timestamp()
  jour date not null
  constraint tournee_pkey PRIMARY KEY (jour)
  grant delete, insert, select, update to marelle_systeme

table comptes.carte_demo
  cle text not null
  nom text not null
  phrase text not null
  rang integer not null
  titre text not null
  utilisateur_id text not null
  constraint carte_demo_pkey PRIMARY KEY (cle)
  constraint carte_demo_rang_key UNIQUE (rang)
  constraint carte_demo_utilisateur_id_fkey FOREIGN KEY (utilisateur_id) REFERENCES comptes.utilisateur(id) ON DELETE CASCADE
  index carte_demo_utilisateur_id_idx btree (utilisateur_id)
  policy comptes select to marelle_comptes using true
  grant delete, insert, select, update to marelle_systeme
  grant select to marelle_comptes

table comptes.code_utilise
  empreinte text not null
  le timestamp with time zone not null default clock_timestamp()
  utilisateur_id text not null
  constraint code_utilise_pkey PRIMARY KEY (utilisateur_id, empreinte)
  constraint code_utilise_utilisateur_id_fkey FOREIGN KEY (utilisateur_id) REFERENCES comptes.utilisateur(id) ON DELETE CASCADE
  policy comptes all to marelle_comptes using true with check true
  grant delete, insert, select, update to marelle_comptes
  grant delete, insert, select, update to marelle_systeme

table comptes.invitation
  cree_le timestamp with time zone not null default transaction_timestamp()
  cree_par uuid not null
  empreinte text not null
  expire_le timestamp with time zone not null
  id uuid not null
  utilisateur_id text not null
  utilisee_le timestamp with time zone
  constraint invitation_cree_par_fkey FOREIGN KEY (cree_par) REFERENCES organisation.agent(id)
  constraint invitation_empreinte_key UNIQUE (empreinte)
  constraint invitation_pkey PRIMARY KEY (id)
  constraint invitation_utilisateur_id_fkey FOREIGN KEY (utilisateur_id) REFERENCES comptes.utilisateur(id) ON DELETE CASCADE
  index invitation_utilisateur_id_idx btree (utilisateur_id)
  policy comptes all to marelle_comptes using true with check true
  policy gerer all to marelle_agent using ( SELECT acces.peut('comptes.gerer'::text) AS peut) with check (( SELECT acces.peut('comptes.gerer'::text) AS peut) AND (cree_par = ( SELECT acces.agent_courant() AS agent_courant)) AND (expire_le <= (now() + '73:00:00'::interval)))
  grant delete, insert, select, update to marelle_systeme
  grant insert to marelle_agent
  grant select, update to marelle_comptes

table comptes.jeton_api
  agent_id uuid not null
  cree_le timestamp with time zone not null default transaction_timestamp()
  cree_par uuid not null
  dernier_usage_le timestamp with time zone
  empreinte text not null
  expire_le timestamp with time zone not null
  id uuid not null
  nom text not null
  portees text[] not null
  revoque_le timestamp with time zone
  constraint jeton_api_agent_id_fkey FOREIGN KEY (agent_id) REFERENCES organisation.agent(id)
  constraint jeton_api_cree_par_fkey FOREIGN KEY (cree_par) REFERENCES organisation.agent(id)
  constraint jeton_api_empreinte_key UNIQUE (empreinte)
  constraint jeton_api_pkey PRIMARY KEY (id)
  policy donner insert to marelle_agent with check (( SELECT acces.peut('api.gerer'::text) AS peut) AND (cree_par = ( SELECT acces.agent_courant() AS agent_courant)) AND (revoque_le IS NULL) AND (expire_le <= (now() + '366 days'::interval)))
  policy lire select to marelle_agent using ( SELECT acces.peut('api.gerer'::text) AS peut)
  policy revoquer update to marelle_agent using ( SELECT acces.peut('api.gerer'::text) AS peut) with check (( SELECT acces.peut('api.gerer'::text) AS peut) AND (revoque_le IS NOT NULL))
  grant delete, insert, select, update to marelle_systeme
  grant insert to marelle_agent

table comptes.moyen_de_connexion
  access_token text
  access_token_expires_at timestamp with time zone
  account_id text not null
  created_at timestamp with time zone not null default now()
  id text not null
  id_token text
  password text
  provider_id text not null
  refresh_token text
  refresh_token_expires_at timestamp with time zone
  scope text
  updated_at timestamp with time zone not null default now()
  user_id text not null
  constraint moyen_de_connexion_pkey PRIMARY KEY (id)
  constraint moyen_de_connexion_user_id_fkey FOREIGN KEY (user_id) REFERENCES comptes.utilisateur(id) ON DELETE CASCADE
  index moyen_de_connexion_user_id_idx btree (user_id)
  policy comptes all to marelle_comptes using true with check true
  policy gerer select to marelle_agent using ( SELECT acces.peut('comptes.gerer'::text) AS peut)
  grant delete, insert, select, update to marelle_comptes
  grant delete, insert, select, update to marelle_systeme

table comptes.saisie_en_attente
  contenu bytea not null
  expire_le timestamp with time zone not null
  id uuid not null
  proprietaire text not null
  constraint saisie_en_attente_pkey PRIMARY KEY (id)
  index saisie_en_attente_expire_le_idx btree (expire_le)
  index saisie_en_attente_proprietaire_idx btree (proprietaire)
  policy comptes all to marelle_comptes using true with check true
  grant delete, insert, select, update to marelle_comptes
  grant delete, insert, select, update to marelle_systeme

table comptes.second_facteur
  backup_codes text not null
  failed_verification_count integer not null default 0
  id text not null
  locked_until timestamp with time zone
  secret text not null
  user_id text not null
  verified boolean not null default true
  constraint second_facteur_pkey PRIMARY KEY (id)
  constraint second_facteur_user_id_fkey FOREIGN KEY (user_id) REFERENCES comptes.utilisateur(id) ON DELETE CASCADE
  index second_facteur_user_id_idx btree (user_id)
  policy comptes all to marelle_comptes using true with check true
  grant delete, insert, select, update to marelle_comptes
  grant delete, insert, select, update to marelle_systeme

table comptes.session
  created_at timestamp with time zone not null default now()
  expires_at timestamp with time zone not null
  id text not null
  ip_address text
  second_facteur text
  token text not null
  updated_at timestamp with time zone not null default now()
  user_agent text
  user_id text not null
  constraint session_pkey PRIMARY KEY (id)
  constraint session_second_facteur_check CHECK ((second_facteur = ANY (ARRAY['exige'::text, 'fait'::text])))
  constraint session_token_key UNIQUE (token)
  constraint session_user_id_fkey FOREIGN KEY (user_id) REFERENCES comptes.utilisateur(id) ON DELETE CASCADE
  index session_user_id_idx btree (user_id)
  policy comptes all to marelle_comptes using true with check true
  policy gerer all to marelle_agent using ( SELECT acces.peut('comptes.gerer'::text) AS peut) with check false
  grant delete to marelle_agent
  grant delete, insert, select, update to marelle_comptes
  grant delete, insert, select, update to marelle_systeme

table comptes.tentative
  cle text not null
  dernier_le timestamp with time zone not null default clock_timestamp()
  echecs integer not null default 0
  constraint tentative_pkey PRIMARY KEY (cle)
  index tentative_dernier_le_idx btree (dernier_le)
  policy comptes all to marelle_comptes using true with check true
  grant delete, insert, select, update to marelle_comptes
  grant delete, insert, select, update to marelle_systeme

table comptes.utilisateur
  agent_id uuid
  created_at timestamp with time zone not null default now()
  desactive_le timestamp with time zone
  email text not null
  email_verified boolean not null default false
  id text not null
  image text
  name text not null
  two_factor_enabled boolean not null default false
  updated_at timestamp with time zone not null default now()
  constraint utilisateur_agent_id_fkey FOREIGN KEY (agent_id) REFERENCES organisation.agent(id)
  constraint utilisateur_agent_id_key UNIQUE (agent_id)
  constraint utilisateur_email_key UNIQUE (email)
  constraint utilisateur_pkey PRIMARY KEY (id)
  trigger fermer_sessions fermer_sessions
  policy comptes all to marelle_comptes using true with check true
  policy gerer all to marelle_agent using ( SELECT acces.peut('comptes.gerer'::text) AS peut) with check ( SELECT acces.peut('comptes.gerer'::text) AS peut)
  grant delete, insert, select, update to marelle_comptes
  grant delete, insert, select, update to marelle_systeme

table comptes.verification
  created_at timestamp with time zone not null default now()
  expires_at timestamp with time zone not null
  id text not null
  identifier text not null
  updated_at timestamp with time zone not null default now()
  value text not null
  constraint verification_pkey PRIMARY KEY (id)
  index verification_identifier_idx btree (identifier)
  policy comptes all to marelle_comptes using true with check true
  grant delete, insert, select, update to marelle_comptes
  grant delete, insert, select, update to marelle_systeme

table eaje.absence
  enfant_id uuid not null
  etablissement_id uuid not null
  id uuid not null
  justifiee boolean not null default false
  motif text not null
  periode daterange not null
  prevenue_le date not null
  constraint absence_enfant_id_fkey FOREIGN KEY (enfant_id) REFERENCES eaje.enfant(id)
  constraint absence_etablissement_id_fkey FOREIGN KEY (etablissement_id) REFERENCES eaje.etablissement(id)
  constraint absence_motif_check CHECK ((motif = ANY (ARRAY['MALADIE'::text, 'HOSPITALISATION'::text, 'EVICTION'::text, 'CONGES'::text, 'CONVENANCE'::text])))
  constraint absence_periode_check CHECK ((NOT isempty(periode)))
  constraint absence_pkey PRIMARY KEY (id)
  constraint absence_une_fois EXCLUDE USING gist (enfant_id WITH =, periode WITH &&)
  index absence_etablissement_id_periode_idx gist (etablissement_id, periode)
  trigger creches_ajout_1 noter_changement
  trigger creches_change_1 noter_changement
  trigger creches_retrait_1 noter_changement
  trigger heures_ajout noter_changement
  trigger heures_change noter_changement
  trigger heures_retrait noter_changement
  policy lire select to marelle_agent using (etablissement_id = ANY (( SELECT acces.mes_creches('creches.lire'::text) AS mes_creches)::uuid[]))
  policy tenir all to marelle_agent using (etablissement_id = ANY (( SELECT acces.mes_creches('creches.accueillir'::text) AS mes_creches)::uuid[])) with check (etablissement_id = ANY (( SELECT acces.mes_creches('creches.accueillir'::text) AS mes_creches)::uuid[]))
  grant delete, insert, select, update to marelle_agent
  grant delete, insert, select, update to marelle_systeme

table eaje.arbitrage_budget
  apres_centimes bigint not null
  avant_centimes bigint not null
  etablissement_id uuid not null
  id uuid not null
  le date not null
  ligne_id uuid not null
  motif text not null
  par uuid not null
  suite text not null
  constraint arbitrage_budget_apres_centimes_check CHECK ((apres_centimes >= 0))
  constraint arbitrage_budget_avant_centimes_check CHECK ((avant_centimes >= 0))
  constraint arbitrage_budget_ligne_id_etablissement_id_fkey FOREIGN KEY (ligne_id, etablissement_id) REFERENCES eaje.ligne_budget(id, etablissement_id) ON DELETE CASCADE
  constraint arbitrage_budget_montant CHECK (((suite = 'MODIFIER'::text) = (avant_centimes <> apres_centimes)))
  constraint arbitrage_budget_motif_check CHECK ((motif <> ''::text))
  constraint arbitrage_budget_par_fkey FOREIGN KEY (par) REFERENCES organisation.agent(id)
  constraint arbitrage_budget_pkey PRIMARY KEY (id)
  constraint arbitrage_budget_suite_check CHECK ((suite = ANY (ARRAY['MODIFIER'::text, 'FREINER'::text, 'ASSUMER'::text])))
  index arbitrage_budget_etablissement_id_idx btree (etablissement_id)
  index arbitrage_budget_ligne_id_le_idx btree (ligne_id, le)
  trigger echeances_changer marquer
  trigger echeances_creer marquer
  trigger echeances_effacer marquer
  policy arbitrer insert to marelle_agent with check ((par = ( SELECT acces.agent_courant() AS agent_courant)) AND (ligne_id IN ( SELECT l.id FROM eaje.ligne_budget l WHERE ((l.etablissement_id = ANY (( SELECT acces.mes_creches('creches.financer'::text) AS mes_creches)::uuid[])) OR (( SELECT acces.peut('creches.financer'::text) AS peut) AND (l.service_id = ANY (( SELECT acces.unites_courantes() AS unites_courantes)::uuid[])))))))
  policy lire select to marelle_agent using (ligne_id IN ( SELECT l.id FROM eaje.ligne_budget l))
  grant delete, insert, select, update to marelle_agent
  grant delete, insert, select, update to marelle_systeme

table eaje.autorisation
  arrete_le date not null
  arrete_numero text not null
  etablissement_id uuid not null
  id uuid not null
  periode daterange not null
  places smallint not null
  version integer not null default 1
  constraint autorisation_etablissement_id_fkey FOREIGN KEY (etablissement_id) REFERENCES eaje.etablissement(id) ON DELETE CASCADE
  constraint autorisation_periode_check CHECK ((NOT isempty(periode)))
  constraint autorisation_pkey PRIMARY KEY (id)
  constraint autorisation_places_check CHECK (((places >= 1) AND (places <= 200)))
  constraint autorisation_une_a_la_fois EXCLUDE USING gist (etablissement_id WITH =, periode WITH &&)
  trigger creches_ajout_1 noter_changement
  trigger creches_change_1 noter_changement
  trigger creches_retrait_1 noter_changement
  trigger echeances_changer marquer
  trigger echeances_creer marquer
  trigger echeances_effacer marquer
  trigger garder_autorisation garder_autorisation
  trigger heures_ajout noter_changement
  trigger heures_change noter_changement
  trigger heures_retrait noter_changement
  policy lire select to marelle_agent using (etablissement_id = ANY (( SELECT acces.mes_creches('creches.lire'::text) AS mes_creches)::uuid[]))
  policy tenir all to marelle_agent using (etablissement_id = ANY (( SELECT acces.mes_creches('creches.tenir'::text) AS mes_creches)::uuid[])) with check (etablissement_id = ANY (( SELECT acces.mes_creches('creches.tenir'::text) AS mes_creches)::uuid[]))
  grant delete, insert, select, update to marelle_agent
  grant delete, insert, select, update to marelle_systeme

table eaje.bareme_participation
  confiance text not null
  du date not null
  id uuid not null
  plafond_centimes integer not null
  plancher_centimes integer not null
  source text not null
  taux smallint[] not null
  version integer not null default 1
  constraint bareme_participation_confiance_check CHECK ((confiance = ANY (ARRAY['verifie'::text, 'a-confirmer'::text])))
  constraint bareme_participation_du_check CHECK ((du >= '2026-01-01'::date))
  constraint bareme_participation_ordre CHECK ((plancher_centimes <= plafond_centimes))
  constraint bareme_participation_pkey PRIMARY KEY (id)
  constraint bareme_participation_plancher_centimes_check CHECK ((plancher_centimes > 0))
  constraint bareme_participation_source_check CHECK ((source <> ''::text))
  constraint bareme_participation_taux_check CHECK (((cardinality(taux) = 5) AND (0 < ALL (taux)) AND (array_position(taux, NULL::smallint) IS NULL) AND (taux[1] >= taux[2]) AND (taux[2] >= taux[3]) AND (taux[3] >= taux[4]) AND (taux[4] >= taux[5])))
  constraint bareme_participation_un_par_jour UNIQUE (du)
  policy lire select to marelle_agent using ( SELECT acces.peut('creches.lire'::text) AS peut)
  policy tenir all to marelle_agent using ( SELECT acces.peut('creches.financer'::text) AS peut) with check ( SELECT acces.peut('creches.financer'::text) AS peut)
  grant delete, insert, select, update to marelle_agent
  grant delete, insert, select, update to marelle_systeme

table eaje.bareme_psu
  annee smallint not null
  confiance text not null
  id uuid not null
  pmax_avec numeric(8,4) not null
  pmax_sans numeric(8,4) not null
  pmin_avec numeric(8,4) not null
  pmin_sans numeric(8,4) not null
  pmoyen_avec numeric(8,4)
  pmoyen_sans numeric(8,4)
  seuil_bas smallint not null default 107
  seuil_haut smallint not null default 120
  source text not null
  taux smallint not null default 66
  version integer not null default 1
  constraint bareme_psu_annee_check CHECK (((annee >= 2014) AND (annee <= 2100)))
  constraint bareme_psu_annee_key UNIQUE (annee)
  constraint bareme_psu_confiance_check CHECK ((confiance = ANY (ARRAY['verifie'::text, 'a-confirmer'::text, 'local'::text])))
  constraint bareme_psu_ordre CHECK (((pmin_avec <= pmax_avec) AND (pmin_sans <= pmax_sans)))
  constraint bareme_psu_paliers CHECK (((annee > 2024) = ((pmoyen_avec IS NULL) AND (pmoyen_sans IS NULL))))
  constraint bareme_psu_pkey PRIMARY KEY (id)
  constraint bareme_psu_pmax_avec_check CHECK ((pmax_avec > (0)::numeric))
  constraint bareme_psu_pmax_sans_check CHECK ((pmax_sans > (0)::numeric))
  constraint bareme_psu_pmin_avec_check CHECK ((pmin_avec > (0)::numeric))
  constraint bareme_psu_pmin_sans_check CHECK ((pmin_sans > (0)::numeric))
  constraint bareme_psu_pmoyen_avec_check CHECK ((pmoyen_avec > (0)::numeric))
  constraint bareme_psu_pmoyen_sans_check CHECK ((pmoyen_sans > (0)::numeric))
  constraint bareme_psu_seuils CHECK (((100 <= seuil_bas) AND (seuil_bas < seuil_haut)))
  constraint bareme_psu_source_check CHECK ((source <> ''::text))
  constraint bareme_psu_taux_check CHECK (((taux >= 1) AND (taux <= 100)))
  policy lire select to marelle_agent using ( SELECT acces.peut('creches.financer'::text) AS peut)
  policy tenir all to marelle_agent using ( SELECT acces.peut('creches.financer'::text) AS peut) with check ( SELECT acces.peut('creches.financer'::text) AS peut)
  grant delete, insert, select, update to marelle_agent
  grant delete, insert, select, update to marelle_systeme

table eaje.contact_urgence
  du date not null
  etablissement_id uuid not null
  id uuid not null
  nom text not null
  pcd_le date
  telephone text not null
  version integer not null default 1
  constraint contact_urgence_check CHECK ((pcd_le >= du))
  constraint contact_urgence_etablissement_id_fkey FOREIGN KEY (etablissement_id) REFERENCES eaje.etablissement(id) ON DELETE CASCADE
  constraint contact_urgence_nom_check CHECK ((nom <> ''::text))
  constraint contact_urgence_pkey PRIMARY KEY (id)
  constraint contact_urgence_telephone_check CHECK ((telephone <> ''::text))
  constraint contact_urgence_un_par_jour UNIQUE (etablissement_id, du)
  trigger echeances_changer marquer
  trigger echeances_creer marquer
  trigger echeances_effacer marquer
  policy lire select to marelle_agent using (etablissement_id = ANY (( SELECT acces.mes_creches('creches.lire'::text) AS mes_creches)::uuid[]))
  policy suivre all to marelle_agent using (etablissement_id = ANY (( SELECT acces.mes_creches('creches.suivre'::text) AS mes_creches)::uuid[])) with check (etablissement_id = ANY (( SELECT acces.mes_creches('creches.suivre'::text) AS mes_creches)::uuid[]))
  grant delete, insert, select, update to marelle_agent
  grant delete, insert, select, update to marelle_systeme

table eaje.contrat
  adaptation_jusqu_au date
  avenant_de uuid
  enfant_id uuid not null
  etablissement_id uuid not null
  id uuid not null
  mensualites smallint not null default 12
  motif_fin text
  nature text not null
  periode daterange not null
  semaine smallint[] not null
  semaines_par_an smallint not null default 46
  signe_le date
  tarif_centimes integer not null
  tarif_etapes text[] not null default '{}'::text[]
  version integer not null default 1
  constraint contrat_avenant_de_fkey FOREIGN KEY (avenant_de) REFERENCES eaje.contrat(id)
  constraint contrat_enfant_id_fkey FOREIGN KEY (enfant_id) REFERENCES eaje.enfant(id)
  constraint contrat_etablissement_id_fkey FOREIGN KEY (etablissement_id) REFERENCES eaje.etablissement(id)
  constraint contrat_mensualites_check CHECK (((mensualites >= 1) AND (mensualites <= 12)))
  constraint contrat_nature_check CHECK ((nature = ANY (ARRAY['REGULIER'::text, 'OCCASIONNEL'::text, 'URGENCE'::text])))
  constraint contrat_periode_check CHECK ((NOT isempty(periode)))
  constraint contrat_pkey PRIMARY KEY (id)
  constraint contrat_semaine_check CHECK (acces.est_semaine(semaine))
  constraint contrat_semaines_par_an_check CHECK (((semaines_par_an >= 1) AND (semaines_par_an <= 53)))
  constraint contrat_tarif_centimes_check CHECK ((tarif_centimes >= 0))
  constraint contrat_un_regulier EXCLUDE USING gist (enfant_id WITH =, periode WITH &&) WHERE ((nature = 'REGULIER'::text))
  index contrat_avenant_de_idx btree (avenant_de)
  index contrat_enfant_id_idx btree (enfant_id)
  index contrat_etablissement_id_periode_idx gist (etablissement_id, periode)
  trigger creches_ajout_1 noter_changement
  trigger creches_change_1 noter_changement
  trigger creches_retrait_1 noter_changement
  trigger heures_ajout noter_changement
  trigger heures_change noter_changement
  trigger heures_retrait noter_changement
  policy lire select to marelle_agent using (etablissement_id = ANY (( SELECT acces.mes_creches('creches.lire'::text) AS mes_creches)::uuid[]))
  policy tenir all to marelle_agent using (etablissement_id = ANY (( SELECT acces.mes_creches('creches.accueillir'::text) AS mes_creches)::uuid[])) with check (etablissement_id = ANY (( SELECT acces.mes_creches('creches.accueillir'::text) AS mes_creches)::uuid[]))
  grant delete, insert, select, update to marelle_agent
  grant delete, insert, select, update to marelle_systeme

table eaje.controle
  autorite text not null
  constats text not null
  etablissement_id uuid not null
  id uuid not null
  jour date not null
  nature text not null
  version integer not null default 1
  constraint controle_autorite_check CHECK ((autorite = ANY (ARRAY['PMI'::text, 'PREFET'::text, 'CAF'::text, 'HYGIENE'::text, 'COMMISSION_SECURITE'::text])))
  constraint controle_etablissement_id_fkey FOREIGN KEY (etablissement_id) REFERENCES eaje.etablissement(id) ON DELETE CASCADE
  constraint controle_id_etablissement_id_key UNIQUE (id, etablissement_id)
  constraint controle_nature_check CHECK ((nature = ANY (ARRAY['CONFORMITE'::text, 'SUIVI'::text, 'INOPINE'::text, 'SIGNALEMENT'::text, 'THEMATIQUE'::text])))
  constraint controle_pkey PRIMARY KEY (id)
  index controle_etablissement_id_jour_idx btree (etablissement_id, jour)
  trigger echeances_changer marquer
  trigger echeances_creer marquer
  trigger echeances_effacer marquer
  policy suivre all to marelle_agent using (etablissement_id = ANY (( SELECT acces.mes_creches('creches.suivre'::text) AS mes_creches)::uuid[])) with check (etablissement_id = ANY (( SELECT acces.mes_creches('creches.suivre'::text) AS mes_creches)::uuid[]))
  grant delete, insert, select, update to marelle_agent
  grant delete, insert, select, update to marelle_systeme

table eaje.depense_correction
  avant_centimes bigint not null
  avant_jour date not null
  avant_texte text not null
  engagement_id uuid not null
  etablissement_id uuid not null
  id uuid not null
  le date not null
  mandatement_id uuid
  motif text not null
  par uuid not null
  constraint depense_correction_engagement_id_etablissement_id_fkey FOREIGN KEY (engagement_id, etablissement_id) REFERENCES eaje.engagement(id, etablissement_id) ON DELETE CASCADE
  constraint depense_correction_mandatement_id_fkey FOREIGN KEY (mandatement_id) REFERENCES eaje.mandatement(id) ON DELETE CASCADE
  constraint depense_correction_motif_check CHECK ((motif <> ''::text))
  constraint depense_correction_par_fkey FOREIGN KEY (par) REFERENCES organisation.agent(id)
  constraint depense_correction_pkey PRIMARY KEY (id)
  index depense_correction_engagement_id_idx btree (engagement_id)
  index depense_correction_etablissement_id_idx btree (etablissement_id)
  index depense_correction_mandatement_id_idx btree (mandatement_id)
  policy dire insert to marelle_agent with check ((par = ( SELECT acces.agent_courant() AS agent_courant)) AND (engagement_id IN ( SELECT e.id FROM eaje.engagement e WHERE (e.ligne_id = ANY (( SELECT acces.mes_lignes_tenues() AS mes_lignes_tenues)::uuid[])))))
  policy lire select to marelle_agent using (engagement_id IN ( SELECT e.id FROM eaje.engagement e))
  grant delete, insert, select, update to marelle_agent
  grant delete, insert, select, update to marelle_systeme

table eaje.document
  a_revoir_le date
  a_transmettre boolean not null default false
  etabli_le date not null
  etablissement_id uuid not null
  id uuid not null
  nature text not null
  transmis_le date
  version integer not null default 1
  constraint document_check CHECK (((a_revoir_le IS NULL) OR (a_revoir_le > etabli_le)))
  constraint document_etablissement_id_fkey FOREIGN KEY (etablissement_id) REFERENCES eaje.etablissement(id) ON DELETE CASCADE
  constraint document_pkey PRIMARY KEY (id)
  constraint document_transmis_ensuite CHECK ((transmis_le >= etabli_le))
  constraint document_une_version_par_jour UNIQUE (etablissement_id, nature, etabli_le)
  trigger echeances_changer marquer
  trigger echeances_creer marquer
  trigger echeances_effacer marquer
  policy lire select to marelle_agent using (etablissement_id = ANY (( SELECT acces.mes_creches('creches.lire'::text) AS mes_creches)::uuid[]))
  policy tenir all to marelle_agent using (etablissement_id = ANY (( SELECT acces.mes_creches('creches.tenir'::text) AS mes_creches)::uuid[])) with check (etablissement_id = ANY (( SELECT acces.mes_creches('creches.tenir'::text) AS mes_creches)::uuid[]))
  grant delete, insert, select, update to marelle_agent
  grant delete, insert, select, update to marelle_systeme

table eaje.dossier_travaux
  abandon_motif text
  abandonne_le date
  commence_le date
  debut_prevu date
  demande_le date not null
  enjeux text[] not null
  etablissement_id uuid not null
  etat text not null default 'BESOIN'::text
  gel_debut smallint
  gel_fin smallint
  id uuid not null
  motif text not null
  nature text not null
  objet text not null
  places_gelees integer not null default 0
  programme_le date
  recu_le date
  reouverture_prevue date
  rouvert_le date
  touche_autorisation boolean not null default false
  valide_le date
  version integer not null default 1
  constraint dossier_travaux_enjeux_check CHECK (((cardinality(enjeux) > 0) AND (enjeux <@ ARRAY['SECURITE'::text, 'CONFORMITE'::text, 'CONTINUITE'::text, 'CONFORT'::text])))
  constraint dossier_travaux_etablissement_id_fkey FOREIGN KEY (etablissement_id) REFERENCES eaje.etablissement(id) ON DELETE CASCADE
  constraint dossier_travaux_etapes CHECK ((((etat = ANY (ARRAY['BESOIN'::text, 'ABANDONNE'::text])) OR ((valide_le IS NOT NULL) AND (debut_prevu IS NOT NULL))) AND ((etat <> ALL (ARRAY['PROGRAMME'::text, 'EN_COURS'::text, 'RECU'::text, 'ROUVERT'::text])) OR (programme_le IS NOT NULL)) AND ((etat <> ALL (ARRAY['EN_COURS'::text, 'RECU'::text, 'ROUVERT'::text])) OR (commence_le IS NOT NULL)) AND ((etat <> ALL (ARRAY['RECU'::text, 'ROUVERT'::text])) OR (recu_le >= commence_le)) AND ((etat <> 'ROUVERT'::text) OR (rouvert_le >= recu_le)) AND ((etat <> 'ABANDONNE'::text) OR ((abandonne_le IS NOT NULL) AND (abandon_motif <> ''::text)))))
  constraint dossier_travaux_etat_check CHECK ((etat = ANY (ARRAY['BESOIN'::text, 'VALIDE'::text, 'PROGRAMME'::text, 'EN_COURS'::text, 'RECU'::text, 'ROUVERT'::text, 'ABANDONNE'::text])))
  constraint dossier_travaux_gel_debut_check CHECK ((gel_debut >= 0))
  constraint dossier_travaux_gel_fin_check CHECK ((gel_fin <= 1440))
  constraint dossier_travaux_heures CHECK (((num_nulls(gel_debut, gel_fin) = ANY (ARRAY[0, 2])) AND (gel_fin > gel_debut)))
  constraint dossier_travaux_id_etablissement_id_key UNIQUE (id, etablissement_id)
  constraint dossier_travaux_nature_check CHECK ((nature = ANY (ARRAY['INCENDIE'::text, 'STRUCTURE'::text, 'RESEAUX'::text, 'SANITAIRES'::text, 'CUISINE'::text, 'INTERIEUR'::text, 'EXTERIEUR'::text, 'ACCESSIBILITE'::text, 'AUTRE'::text])))
  constraint dossier_travaux_pkey PRIMARY KEY (id)
  constraint dossier_travaux_places_gelees_check CHECK ((places_gelees >= 0))
  constraint dossier_travaux_prevu CHECK (((num_nulls(debut_prevu, reouverture_prevue) = ANY (ARRAY[0, 2])) AND (reouverture_prevue > debut_prevu)))
  index dossier_travaux_etablissement_id_etat_idx btree (etablissement_id, etat)
  trigger echeances_changer marquer
  trigger echeances_creer marquer
  trigger echeances_effacer marquer
  policy decider update to marelle_agent using ((etablissement_id = ANY (( SELECT acces.mes_creches('creches.suivre'::text) AS mes_creches)::uuid[])) AND ((etat = 'BESOIN'::text) OR (etablissement_id = ANY (( SELECT acces.mes_creches('creches.tenir'::text) AS mes_creches)::uuid[])))) with check ((etablissement_id = ANY (( SELECT acces.mes_creches('creches.suivre'::text) AS mes_creches)::uuid[])) AND ((etat = 'BESOIN'::text) OR (etablissement_id = ANY (( SELECT acces.mes_creches('creches.tenir'::text) AS mes_creches)::uuid[]))))
  policy demander insert to marelle_agent with check ((etablissement_id = ANY (( SELECT acces.mes_creches('creches.suivre'::text) AS mes_creches)::uuid[])) AND (etat = 'BESOIN'::text))
  policy lire select to marelle_agent using (etablissement_id = ANY (( SELECT acces.mes_creches('creches.suivre'::text) AS mes_creches)::uuid[]))
  grant delete, insert, select, update to marelle_agent
  grant delete, insert, select, update to marelle_systeme

table eaje.enfant
  badge text
  etablissement_id uuid not null
  famille_id uuid not null
  handicap boolean not null default false
  id uuid not null
  marche_depuis date
  ne_le date not null
  nom text not null
  pai boolean not null default false
  prenom text not null
  section_id uuid
  tri text generated as acces.normalise(((nom || ' '::text) || prenom))
  version integer not null default 1
  constraint enfant_badge UNIQUE (etablissement_id, badge)
  constraint enfant_check CHECK (((marche_depuis IS NULL) OR (marche_depuis > ne_le)))
  constraint enfant_etablissement_id_fkey FOREIGN KEY (etablissement_id) REFERENCES eaje.etablissement(id)
  constraint enfant_famille_meme_creche FOREIGN KEY (famille_id, etablissement_id) REFERENCES eaje.famille(id, etablissement_id)
  constraint enfant_pkey PRIMARY KEY (id)
  constraint enfant_section_id_fkey FOREIGN KEY (section_id) REFERENCES eaje.section(id)
  index enfant_etablissement_id_tri_idx btree (etablissement_id, tri)
  index enfant_famille_id_idx btree (famille_id)
  trigger creches_ajout_1 noter_changement
  trigger creches_ajout_2 noter_changement
  trigger creches_change_1 noter_changement
  trigger creches_change_2 noter_changement
  trigger creches_retrait_1 noter_changement
  trigger creches_retrait_2 noter_changement
  trigger heures_ajout noter_changement
  trigger heures_change noter_changement
  trigger heures_retrait noter_changement
  policy lire select to marelle_agent using (etablissement_id = ANY (( SELECT acces.mes_creches('creches.lire'::text) AS mes_creches)::uuid[]))
  policy tenir all to marelle_agent using (etablissement_id = ANY (( SELECT acces.mes_creches('creches.accueillir'::text) AS mes_creches)::uuid[])) with check (etablissement_id = ANY (( SELECT acces.mes_creches('creches.accueillir'::text) AS mes_creches)::uuid[]))
  grant delete, insert, select, update to marelle_agent
  grant delete, insert, select, update to marelle_systeme

table eaje.engagement
  annulation text
  annule_le date
  centimes bigint not null
  depassement text
  etablissement_id uuid not null
  id uuid not null
  jour date not null
  ligne_id uuid not null
  objet text not null
  par uuid not null
  pour_exercice boolean not null default false
  version integer not null default 1
  constraint engagement_annulation CHECK (((annule_le IS NULL) = (annulation IS NULL)))
  constraint engagement_annulation_check CHECK ((annulation <> ''::text))
  constraint engagement_centimes_check CHECK ((centimes > 0))
  constraint engagement_depassement_check CHECK ((depassement <> ''::text))
  constraint engagement_id_etablissement_id_key UNIQUE (id, etablissement_id)
  constraint engagement_ligne_id_etablissement_id_fkey FOREIGN KEY (ligne_id, etablissement_id) REFERENCES eaje.ligne_budget(id, etablissement_id) ON DELETE CASCADE
  constraint engagement_objet_check CHECK ((objet <> ''::text))
  constraint engagement_par_fkey FOREIGN KEY (par) REFERENCES organisation.agent(id)
  constraint engagement_pkey PRIMARY KEY (id)
  index engagement_etablissement_id_idx btree (etablissement_id)
  index engagement_ligne_id_jour_idx btree (ligne_id, jour)
  trigger echeances_changer marquer
  trigger echeances_creer marquer
  trigger echeances_effacer marquer
  policy corriger update to marelle_agent using (ligne_id = ANY (( SELECT acces.mes_lignes_tenues() AS mes_lignes_tenues)::uuid[])) with check (ligne_id = ANY (( SELECT acces.mes_lignes_tenues() AS mes_lignes_tenues)::uuid[]))
  policy engager insert to marelle_agent with check ((ligne_id = ANY (( SELECT acces.mes_lignes_tenues() AS mes_lignes_tenues)::uuid[])) AND (par = ( SELECT acces.agent_courant() AS agent_courant)))
  policy lire select to marelle_agent using (ligne_id IN ( SELECT l.id FROM eaje.ligne_budget l))
  grant delete, insert, select, update to marelle_agent
  grant delete, insert, select, update to marelle_systeme

table eaje.etablissement
  agregation text not null default 'ETABLISSEMENT'::text
  dossier_afc text
  ferme smallint not null default 1110
  fournit_tout boolean not null default true
  id uuid not null
  id_equ text
  jours smallint[] not null default '{1,2,3,4,5}'::smallint[]
  methode text not null default 'UN_POUR_SIX'::text
  ouvre smallint not null default 450
  plans_de_change smallint
  qpv boolean not null default false
  rsai_heures smallint
  surface_interieure numeric(7,1)
  unite_id uuid not null
  version integer not null default 1
  constraint etablissement_agregation_check CHECK ((agregation = ANY (ARRAY['ETABLISSEMENT'::text, 'UNITE'::text])))
  constraint etablissement_heures CHECK (((ouvre >= 0) AND (ouvre < ferme) AND (ferme <= 1440) AND (((ouvre)::integer % 15) = 0) AND (((ferme)::integer % 15) = 0)))
  constraint etablissement_methode_check CHECK ((methode = ANY (ARRAY['UN_POUR_SIX'::text, 'CINQ_HUIT'::text])))
  constraint etablissement_pkey PRIMARY KEY (id)
  constraint etablissement_rsai_heures_check CHECK (((rsai_heures >= 0) AND (rsai_heures <= 500)))
  constraint etablissement_unite UNIQUE (id, unite_id)
  constraint etablissement_unite_id_fkey FOREIGN KEY (unite_id) REFERENCES organisation.unite(id)
  constraint etablissement_unite_id_key UNIQUE (unite_id)
  trigger creches_ajout_1 noter_changement
  trigger creches_ajout_2 noter_changement
  trigger creches_change_1 noter_changement
  trigger creches_change_2 noter_changement
  trigger creches_retrait_1 noter_changement
  trigger creches_retrait_2 noter_changement
  trigger echeances_changer marquer
  trigger echeances_creer marquer
  trigger echeances_effacer marquer
  trigger heures_ajout noter_changement
  trigger heures_change noter_changement
  trigger heures_retrait noter_changement
  policy lire select to marelle_agent using (id = ANY (( SELECT acces.mes_creches('creches.lire'::text) AS mes_creches)::uuid[]))
  policy tenir all to marelle_agent using ((unite_id = ANY (( SELECT acces.unites_courantes() AS unites_courantes)::uuid[])) AND ( SELECT acces.peut('creches.tenir'::text) AS peut)) with check ((unite_id = ANY (( SELECT acces.unites_courantes() AS unites_courantes)::uuid[])) AND ( SELECT acces.peut('creches.tenir'::text) AS peut))
  grant delete, insert, select, update to marelle_agent
  grant delete, insert, select, update to marelle_systeme

table eaje.exercice
  annee smallint not null
  autres_recettes_centimes bigint
  bonus_attractivite_centimes bigint
  bonus_handicap_centimes bigint
  bonus_mixite_centimes bigint
  bonus_territoire_centimes bigint
  charges_centimes bigint
  charges_prevues_centimes bigint
  etablissement_id uuid not null
  facturees_prevues integer
  id uuid not null
  journees_pedagogiques smallint
  minutes_exceptionnelles integer
  minutes_hors_presence integer
  organisme_caf text
  previsionnel integer[]
  realisees_prevues integer
  version integer not null default 1
  constraint exercice_annee_check CHECK (((annee >= 2014) AND (annee <= 2100)))
  constraint exercice_autres_recettes_centimes_check CHECK ((autres_recettes_centimes >= 0))
  constraint exercice_bonus_attractivite_centimes_check CHECK ((bonus_attractivite_centimes >= 0))
  constraint exercice_bonus_handicap_centimes_check CHECK ((bonus_handicap_centimes >= 0))
  constraint exercice_bonus_mixite_centimes_check CHECK ((bonus_mixite_centimes >= 0))
  constraint exercice_bonus_territoire_centimes_check CHECK ((bonus_territoire_centimes >= 0))
  constraint exercice_charges_centimes_check CHECK ((charges_centimes >= 0))
  constraint exercice_charges_prevues_centimes_check CHECK ((charges_prevues_centimes >= 0))
  constraint exercice_etablissement_id_annee_key UNIQUE (etablissement_id, annee)
  constraint exercice_etablissement_id_fkey FOREIGN KEY (etablissement_id) REFERENCES eaje.etablissement(id) ON DELETE CASCADE
  constraint exercice_facturees_prevues_check CHECK ((facturees_prevues >= 0))
  constraint exercice_journees_pedagogiques_check CHECK (((journees_pedagogiques >= 0) AND (journees_pedagogiques <= 10)))
  constraint exercice_minutes_exceptionnelles_check CHECK ((minutes_exceptionnelles >= 0))
  constraint exercice_minutes_hors_presence_check CHECK ((minutes_hors_presence >= 0))
  constraint exercice_organisme_caf_check CHECK ((organisme_caf ~ '^[0-9]{1,4}$'::text))
  constraint exercice_pkey PRIMARY KEY (id)
  constraint exercice_previsionnel_check CHECK (((array_length(previsionnel, 1) = 12) AND (0 <= ALL (previsionnel))))
  constraint exercice_realisees_prevues_check CHECK ((realisees_prevues >= 0))
  policy lire select to marelle_agent using (etablissement_id = ANY (( SELECT acces.mes_creches('creches.financer'::text) AS mes_creches)::uuid[]))
  policy tenir all to marelle_agent using (etablissement_id = ANY (( SELECT acces.mes_creches('creches.financer'::text) AS mes_creches)::uuid[])) with check (etablissement_id = ANY (( SELECT acces.mes_creches('creches.financer'::text) AS mes_creches)::uuid[]))
  grant delete, insert, select, update to marelle_agent
  grant delete, insert, select, update to marelle_systeme

table eaje.fait_information
  destinataire text not null
  etablissement_id uuid not null
  fait_id uuid not null
  heure text
  id uuid not null
  le date not null
  moyen text
  par uuid not null
  version integer not null default 1
  constraint fait_information_destinataire_check CHECK ((destinataire = ANY (ARRAY['TERRITOIRE'::text, 'SERVICE'::text, 'DIRECTION'::text, 'PCD'::text, 'FAMILLES'::text])))
  constraint fait_information_etablissement_id_fkey FOREIGN KEY (etablissement_id) REFERENCES eaje.etablissement(id) ON DELETE CASCADE
  constraint fait_information_fait_id_etablissement_id_fkey FOREIGN KEY (fait_id, etablissement_id) REFERENCES eaje.fait_marquant(id, etablissement_id) ON DELETE CASCADE
  constraint fait_information_heure_check CHECK ((heure ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'::text))
  constraint fait_information_moyen_check CHECK ((moyen = ANY (ARRAY['TELEPHONE'::text, 'PRESENCE'::text, 'ECRIT'::text])))
  constraint fait_information_par_fkey FOREIGN KEY (par) REFERENCES organisation.agent(id)
  constraint fait_information_pkey PRIMARY KEY (id)
  constraint fait_information_une_fois UNIQUE NULLS NOT DISTINCT (fait_id, destinataire, moyen)
  index fait_information_etablissement_id_idx btree (etablissement_id)
  trigger echeances_changer marquer
  trigger echeances_creer marquer
  trigger echeances_effacer marquer
  policy corriger update to marelle_agent using (etablissement_id = ANY (( SELECT acces.mes_creches('creches.suivre'::text) AS mes_creches)::uuid[])) with check ((etablissement_id = ANY (( SELECT acces.mes_creches('creches.suivre'::text) AS mes_creches)::uuid[])) AND (par = ( SELECT acces.agent_courant() AS agent_courant)) AND (EXISTS ( SELECT 1 FROM eaje.fait_marquant f WHERE ((f.id = fait_information.fait_id) AND (f.etablissement_id = fait_information.etablissement_id)))))
  policy dire insert to marelle_agent with check ((etablissement_id = ANY (( SELECT acces.mes_creches('creches.suivre'::text) AS mes_creches)::uuid[])) AND (par = ( SELECT acces.agent_courant() AS agent_courant)) AND (EXISTS ( SELECT 1 FROM eaje.fait_marquant f WHERE ((f.id = fait_information.fait_id) AND (f.etablissement_id = fait_information.etablissement_id)))))
  policy lire select to marelle_agent using (etablissement_id = ANY (( SELECT acces.mes_creches('creches.suivre'::text) AS mes_creches)::uuid[]))
  policy retirer delete to marelle_agent using (etablissement_id = ANY (( SELECT acces.mes_creches('creches.suivre'::text) AS mes_creches)::uuid[]))
  grant delete, insert, select, update to marelle_agent
  grant delete, insert, select, update to marelle_systeme

table eaje.fait_marquant
  categorie text not null
  clos_le date
  deces boolean not null default false
  etablissement_id uuid not null
  gravite smallint not null
  heure text
  id uuid not null
  impact text not null default ''::text
  recit text not null
  secours boolean not null default false
  survenu_le date not null
  version integer not null default 1
  constraint fait_marquant_categorie_check CHECK ((categorie = ANY (ARRAY['ENFANT'::text, 'AGENT'::text, 'BATIMENT'::text, 'FAMILLE'::text, 'SANITAIRE'::text, 'SURETE'::text, 'SOCIAL'::text, 'MEDIA'::text])))
  constraint fait_marquant_check CHECK (((clos_le IS NULL) OR (clos_le >= survenu_le)))
  constraint fait_marquant_etablissement_id_fkey FOREIGN KEY (etablissement_id) REFERENCES eaje.etablissement(id) ON DELETE CASCADE
  constraint fait_marquant_gravite_check CHECK (((gravite >= 1) AND (gravite <= 4)))
  constraint fait_marquant_heure_check CHECK ((heure ~ '^[0-2][0-9]:[0-5][0-9]$'::text))
  constraint fait_marquant_id_etablissement_id_key UNIQUE (id, etablissement_id)
  constraint fait_marquant_pkey PRIMARY KEY (id)
  index fait_marquant_etablissement_id_survenu_le_idx btree (etablissement_id, survenu_le)
  trigger echeances_changer marquer
  trigger echeances_creer marquer
  trigger echeances_effacer marquer
  policy suivre all to marelle_agent using (etablissement_id = ANY (( SELECT acces.mes_creches('creches.suivre'::text) AS mes_creches)::uuid[])) with check (etablissement_id = ANY (( SELECT acces.mes_creches('creches.suivre'::text) AS mes_creches)::uuid[]))
  grant delete, insert, select, update to marelle_agent
  grant delete, insert, select, update to marelle_systeme

table eaje.famille
  adresse text
  apparait_filoue boolean not null default true
  code_postal text
  commune_code text
  courriel text
  etablissement_id uuid not null
  id uuid not null
  matricule_caf text
  monoparentale boolean not null default false
  nom text not null
  regime smallint
  telephone text
  tri text generated as acces.normalise(nom)
  version integer not null default 1
  constraint famille_commune_code_fkey FOREIGN KEY (commune_code) REFERENCES organisation.commune(code)
  constraint famille_de_la_creche UNIQUE (id, etablissement_id)
  constraint famille_etablissement_id_fkey FOREIGN KEY (etablissement_id) REFERENCES eaje.etablissement(id)
  constraint famille_matricule_caf_check CHECK ((matricule_caf ~ '^[0-9]{1,13}$'::text))
  constraint famille_pkey PRIMARY KEY (id)
  constraint famille_regime_check CHECK ((regime = ANY (ARRAY[1, 2, 3])))
  index famille_etablissement_id_tri_idx btree (etablissement_id, tri)
  policy lire select to marelle_agent using (etablissement_id = ANY (( SELECT acces.mes_creches('creches.accueillir'::text) AS mes_creches)::uuid[]))
  policy tenir all to marelle_agent using (etablissement_id = ANY (( SELECT acces.mes_creches('creches.accueillir'::text) AS mes_creches)::uuid[])) with check (etablissement_id = ANY (( SELECT acces.mes_creches('creches.accueillir'::text) AS mes_creches)::uuid[]))
  grant delete, insert, select, update to marelle_agent
  grant delete, insert, select, update to marelle_systeme

table eaje.fermeture
  dossier_id uuid
  etablissement_id uuid not null
  id uuid not null
  libelle text not null default ''::text
  motif text not null
  periode daterange not null
  constraint fermeture_du_dossier FOREIGN KEY (dossier_id, etablissement_id) REFERENCES eaje.dossier_travaux(id, etablissement_id) ON DELETE CASCADE
  constraint fermeture_etablissement_id_fkey FOREIGN KEY (etablissement_id) REFERENCES eaje.etablissement(id) ON DELETE CASCADE
  constraint fermeture_motif_check CHECK ((motif = ANY (ARRAY['CONGES'::text, 'PEDAGOGIQUE'::text, 'TRAVAUX'::text, 'EXCEPTIONNELLE'::text])))
  constraint fermeture_periode_check CHECK ((NOT isempty(periode)))
  constraint fermeture_pkey PRIMARY KEY (id)
  constraint fermeture_une_fois EXCLUDE USING gist (etablissement_id WITH =, periode WITH &&)
  index fermeture_dossier_id_idx btree (dossier_id)
  trigger creches_ajout_1 noter_changement
  trigger creches_change_1 noter_changement
  trigger creches_retrait_1 noter_changement
  trigger heures_ajout noter_changement
  trigger heures_change noter_changement
  trigger heures_retrait noter_changement
  policy lire select to marelle_agent using (etablissement_id = ANY (( SELECT acces.mes_creches('creches.lire'::text) AS mes_creches)::uuid[]))
  policy tenir all to marelle_agent using (etablissement_id = ANY (( SELECT acces.mes_creches('creches.tenir'::text) AS mes_creches)::uuid[])) with check (etablissement_id = ANY (( SELECT acces.mes_creches('creches.tenir'::text) AS mes_creches)::uuid[]))
  grant delete, insert, select, update to marelle_agent
  grant delete, insert, select, update to marelle_systeme

table eaje.format_badge
  colonne_arrivee text
  colonne_badge text not null
  colonne_creche text
  colonne_depart text
  colonne_heure text
  colonne_jour text not null
  colonne_sens text
  encodage text not null
  entete boolean not null
  etablissement_id uuid
  format_jour text not null
  id uuid not null
  mot_arrivee text
  mot_depart text
  nature text not null
  nom text not null
  separateur text not null
  version integer not null default 1
  constraint format_badge_colonnes CHECK ((((nature = 'VISITE'::text) AND (colonne_arrivee IS NOT NULL) AND (colonne_depart IS NOT NULL)) OR ((nature = 'PASSAGE'::text) AND (colonne_heure IS NOT NULL))))
  constraint format_badge_encodage_check CHECK ((encodage = ANY (ARRAY['UTF8'::text, 'WINDOWS1252'::text])))
  constraint format_badge_etablissement_id_fkey FOREIGN KEY (etablissement_id) REFERENCES eaje.etablissement(id)
  constraint format_badge_format_jour_check CHECK ((format_jour = ANY (ARRAY['JMA'::text, 'AMJ'::text, 'MJA'::text])))
  constraint format_badge_nature_check CHECK ((nature = ANY (ARRAY['VISITE'::text, 'PASSAGE'::text])))
  constraint format_badge_nom_key UNIQUE (nom)
  constraint format_badge_pkey PRIMARY KEY (id)
  constraint format_badge_sens CHECK (((colonne_sens IS NULL) OR ((mot_arrivee IS NOT NULL) AND (mot_depart IS NOT NULL))))
  constraint format_badge_separateur_check CHECK ((separateur = ANY (ARRAY[';'::text, ','::text, ' '::text, '|'::text])))
  index format_badge_etablissement_id_idx btree (etablissement_id)
  policy tenir all to marelle_agent using (( SELECT acces.peut('creches.accueillir'::text) AS peut) AND ((etablissement_id IS NULL) OR (etablissement_id = ANY (( SELECT acces.mes_creches('creches.accueillir'::text) AS mes_creches)::uuid[])))) with check (( SELECT acces.peut('creches.accueillir'::text) AS peut) AND ((etablissement_id IS NULL) OR (etablissement_id = ANY (( SELECT acces.mes_creches('creches.accueillir'::text) AS mes_creches)::uuid[]))))
  grant delete, insert, select, update to marelle_agent
  grant delete, insert, select, update to marelle_systeme

table eaje.heures_sante
  etablissement_id uuid not null
  id uuid not null
  jour date not null
  minutes smallint not null
  constraint heures_sante_etablissement_id_fkey FOREIGN KEY (etablissement_id) REFERENCES eaje.etablissement(id) ON DELETE CASCADE
  constraint heures_sante_minutes_check CHECK ((((minutes >= 15) AND (minutes <= 720)) AND (((minutes)::integer % 15) = 0)))
  constraint heures_sante_pkey PRIMARY KEY (id)
  constraint heures_sante_un_par_jour UNIQUE (etablissement_id, jour)
  policy lire select to marelle_agent using (etablissement_id = ANY (( SELECT acces.mes_creches('creches.lire'::text) AS mes_creches)::uuid[]))
  policy tenir all to marelle_agent using (etablissement_id = ANY (( SELECT acces.mes_creches('creches.tenir'::text) AS mes_creches)::uuid[])) with check (etablissement_id = ANY (( SELECT acces.mes_creches('creches.tenir'::text) AS mes_creches)::uuid[]))
  grant delete, insert, select, update to marelle_agent
  grant delete, insert, select, update to marelle_systeme

table eaje.horaire
  id uuid not null
  pause_debut smallint
  pause_fin smallint
  periode daterange not null
  professionnel_id uuid not null
  semaine smallint[] not null
  constraint horaire_pause CHECK ((((pause_debut IS NULL) AND (pause_fin IS NULL)) OR ((pause_debut >= 0) AND (pause_debut < pause_fin) AND (pause_fin <= 1440))))
  constraint horaire_periode_check CHECK ((NOT isempty(periode)))
  constraint horaire_pkey PRIMARY KEY (id)
  constraint horaire_professionnel_id_fkey FOREIGN KEY (professionnel_id) REFERENCES eaje.professionnel(id) ON DELETE CASCADE
  constraint horaire_semaine_check CHECK (acces.est_semaine(semaine))
  constraint horaire_un_a_la_fois EXCLUDE USING gist (professionnel_id WITH =, periode WITH &&)
  index horaire_professionnel_id_idx btree (professionnel_id)
  trigger creches_ajout_1 noter_changement
  trigger creches_change_1 noter_changement
  trigger creches_retrait_1 noter_changement
  policy lire select to marelle_agent using (professionnel_id IN ( SELECT p.id FROM eaje.professionnel p))
  policy tenir all to marelle_agent using (( SELECT acces.peut('creches.tenir'::text) AS peut) AND (professionnel_id IN ( SELECT p.id FROM eaje.professionnel p WHERE (p.unite_id = ANY (( SELECT acces.unites_courantes() AS unites_courantes)::uuid[]))))) with check (( SELECT acces.peut('creches.tenir'::text) AS peut) AND (professionnel_id IN ( SELECT p.id FROM eaje.professionnel p WHERE (p.unite_id = ANY (( SELECT acces.unites_courantes() AS unites_courantes)::uuid[])))))
  grant delete, insert, select, update to marelle_agent
  grant delete, insert, select, update to marelle_systeme

table eaje.impact_psu
  centimes bigint
  dossier_id uuid not null
  etablissement_id uuid not null
  methode text[] not null
  constraint impact_psu_centimes_check CHECK ((centimes >= 0))
  constraint impact_psu_dossier_id_etablissement_id_fkey FOREIGN KEY (dossier_id, etablissement_id) REFERENCES eaje.dossier_travaux(id, etablissement_id) ON DELETE CASCADE
  constraint impact_psu_pkey PRIMARY KEY (dossier_id)
  index impact_psu_etablissement_id_idx btree (etablissement_id)
  policy chiffrer all to marelle_agent using ((etablissement_id = ANY (( SELECT acces.mes_creches('creches.financer'::text) AS mes_creches)::uuid[])) AND (etablissement_id = ANY (( SELECT acces.mes_creches('creches.tenir'::text) AS mes_creches)::uuid[]))) with check ((etablissement_id = ANY (( SELECT acces.mes_creches('creches.financer'::text) AS mes_creches)::uuid[])) AND (etablissement_id = ANY (( SELECT acces.mes_creches('creches.tenir'::text) AS mes_creches)::uuid[])))
  policy lire select to marelle_agent using (etablissement_id = ANY (( SELECT acces.mes_creches('creches.financer'::text) AS mes_creches)::uuid[]))
  grant delete, insert, select, update to marelle_agent
  grant delete, insert, select, update to marelle_systeme

table eaje.impact_travaux
  agents integer not null
  chiffre_le date not null
  debut_prevu date not null
  dossier_id uuid not null
  enfants integer not null
  etablissement_id uuid not null
  gel_debut smallint
  gel_fin smallint
  jours_ouverts integer not null
  minutes_gelees integer not null
  minutes_perdues integer not null
  par uuid not null
  places_gelees integer not null
  reouverture_prevue date not null
  constraint impact_travaux_agents_check CHECK ((agents >= 0))
  constraint impact_travaux_dossier_id_etablissement_id_fkey FOREIGN KEY (dossier_id, etablissement_id) REFERENCES eaje.dossier_travaux(id, etablissement_id) ON DELETE CASCADE
  constraint impact_travaux_enfants_check CHECK ((enfants >= 0))
  constraint impact_travaux_jours_ouverts_check CHECK ((jours_ouverts >= 0))
  constraint impact_travaux_minutes_gelees_check CHECK ((minutes_gelees >= 0))
  constraint impact_travaux_minutes_perdues_check CHECK ((minutes_perdues >= 0))
  constraint impact_travaux_par_fkey FOREIGN KEY (par) REFERENCES organisation.agent(id)
  constraint impact_travaux_pkey PRIMARY KEY (dossier_id)
  index impact_travaux_etablissement_id_idx btree (etablissement_id)
  policy chiffrer all to marelle_agent using (etablissement_id = ANY (( SELECT acces.mes_creches('creches.tenir'::text) AS mes_creches)::uuid[])) with check ((etablissement_id = ANY (( SELECT acces.mes_creches('creches.tenir'::text) AS mes_creches)::uuid[])) AND (par = ( SELECT acces.agent_courant() AS agent_courant)))
  policy lire select to marelle_agent using (etablissement_id = ANY (( SELECT acces.mes_creches('creches.suivre'::text) AS mes_creches)::uuid[]))
  grant delete, insert, select, update to marelle_agent
  grant delete, insert, select, update to marelle_systeme

table eaje.import_badges
  completees integer not null default 0
  cree_le timestamp with time zone not null default transaction_timestamp()
  deja_inscrites integer not null default 0
  dernier_jour date
  douteuses integer not null default 0
  etablissement_id uuid
  etat text not null default 'ATTENTE'::text
  fichier_nom text not null
  fini_le timestamp with time zone
  format_id uuid not null
  id uuid not null
  jours integer not null default 0
  jours_faits integer not null default 0
  lignes integer not null default 0
  motif text
  octets integer not null
  octets_lus integer not null default 0
  par_id uuid not null
  presences integer not null default 0
  refusees integer not null default 0
  vu_le timestamp with time zone
  constraint import_badges_etablissement_id_fkey FOREIGN KEY (etablissement_id) REFERENCES eaje.etablissement(id)
  constraint import_badges_etat_check CHECK ((etat = ANY (ARRAY['ATTENTE'::text, 'LECTURE'::text, 'ECRITURE'::text, 'FAIT'::text, 'ILLISIBLE'::text])))
  constraint import_badges_format_id_fkey FOREIGN KEY (format_id) REFERENCES eaje.format_badge(id)
  constraint import_badges_octets_check CHECK ((octets > 0))
  constraint import_badges_par_id_fkey FOREIGN KEY (par_id) REFERENCES organisation.agent(id)
  constraint import_badges_pkey PRIMARY KEY (id)
  index import_badges_cree_le_idx btree (cree_le DESC)
  index import_badges_format_id_idx btree (format_id)
  policy deposer all to marelle_agent using ((par_id = ( SELECT acces.agent_courant() AS agent_courant)) AND ( SELECT acces.peut('creches.accueillir'::text) AS peut)) with check ((par_id = ( SELECT acces.agent_courant() AS agent_courant)) AND ( SELECT acces.peut('creches.accueillir'::text) AS peut) AND ((etablissement_id IS NULL) OR (etablissement_id = ANY (( SELECT acces.mes_creches('creches.accueillir'::text) AS mes_creches)::uuid[]))))
  grant delete, insert, select, update to marelle_agent
  grant delete, insert, select, update to marelle_systeme

table eaje.import_ecart
  brut text not null
  genre text not null
  import_id uuid not null
  numero integer not null
  raison text not null
  constraint import_ecart_genre_check CHECK ((genre = ANY (ARRAY['REFUS'::text, 'DOUTE'::text])))
  constraint import_ecart_import_id_fkey FOREIGN KEY (import_id) REFERENCES eaje.import_badges(id) ON DELETE CASCADE
  constraint import_ecart_pkey PRIMARY KEY (import_id, numero)
  index import_ecart_import_id_genre_numero_idx btree (import_id, genre, numero)
  policy deposer all to marelle_agent using (import_id IN ( SELECT i.id FROM eaje.import_badges i)) with check (import_id IN ( SELECT i.id FROM eaje.import_badges i))
  grant delete, insert, select, update to marelle_agent
  grant delete, insert, select, update to marelle_systeme

table eaje.import_morceau
  contenu bytea not null
  import_id uuid not null
  rang smallint not null
  constraint import_morceau_import_id_fkey FOREIGN KEY (import_id) REFERENCES eaje.import_badges(id) ON DELETE CASCADE
  constraint import_morceau_pkey PRIMARY KEY (import_id, rang)
  policy deposer all to marelle_agent using (import_id IN ( SELECT i.id FROM eaje.import_badges i)) with check (import_id IN ( SELECT i.id FROM eaje.import_badges i))
  grant delete, insert, select, update to marelle_agent
  grant delete, insert, select, update to marelle_systeme

table eaje.information_travaux
  destinataire text not null
  dossier_id uuid not null
  etablissement_id uuid not null
  id uuid not null
  le date not null
  par uuid not null
  version integer not null default 1
  constraint information_travaux_destinataire_check CHECK ((destinataire = ANY (ARRAY['PCD'::text, 'FAMILLES'::text])))
  constraint information_travaux_dossier_id_etablissement_id_fkey FOREIGN KEY (dossier_id, etablissement_id) REFERENCES eaje.dossier_travaux(id, etablissement_id) ON DELETE CASCADE
  constraint information_travaux_par_fkey FOREIGN KEY (par) REFERENCES organisation.agent(id)
  constraint information_travaux_pkey PRIMARY KEY (id)
  constraint information_travaux_une_fois UNIQUE (dossier_id, destinataire)
  index information_travaux_etablissement_id_idx btree (etablissement_id)
  trigger echeances_changer marquer
  trigger echeances_creer marquer
  trigger echeances_effacer marquer
  policy corriger update to marelle_agent using (etablissement_id = ANY (( SELECT acces.mes_creches('creches.suivre'::text) AS mes_creches)::uuid[])) with check ((etablissement_id = ANY (( SELECT acces.mes_creches('creches.suivre'::text) AS mes_creches)::uuid[])) AND (par = ( SELECT acces.agent_courant() AS agent_courant)))
  policy dire insert to marelle_agent with check ((etablissement_id = ANY (( SELECT acces.mes_creches('creches.suivre'::text) AS mes_creches)::uuid[])) AND (par = ( SELECT acces.agent_courant() AS agent_courant)))
  policy lire select to marelle_agent using (etablissement_id = ANY (( SELECT acces.mes_creches('creches.suivre'::text) AS mes_creches)::uuid[]))
  policy retirer delete to marelle_agent using (etablissement_id = ANY (( SELECT acces.mes_creches('creches.suivre'::text) AS mes_creches)::uuid[]))
  grant delete, insert, select, update to marelle_agent
  grant delete, insert, select, update to marelle_systeme

table eaje.journee_resumee
  cat1 integer not null
  continuite boolean not null
  enfants smallint not null
  etablissement_id uuid not null
  jour date not null
  libres_apres_midi integer not null
  libres_apres_midi_marcheurs integer not null
  libres_matin integer not null
  libres_matin_marcheurs integer not null
  manque integer not null
  marche_inconnue smallint not null
  minutes_enfant integer not null
  minutes_place integer not null
  postes_douteux smallint not null
  presences smallint not null
  presences_douteuses smallint not null
  quarts smallint not null
  quarts_a_confirmer smallint not null
  quarts_conformes smallint not null
  quarts_sur_capacite smallint not null
  quarts_surnombre smallint not null
  requis integer not null
  sans_autorisation boolean not null
  constraint journee_resumee_cat1_check CHECK ((cat1 >= 0))
  constraint journee_resumee_check CHECK (((presences_douteuses >= 0) AND (presences_douteuses <= presences)))
  constraint journee_resumee_check1 CHECK (((quarts_conformes >= 0) AND (quarts_conformes <= quarts)))
  constraint journee_resumee_check2 CHECK (((quarts_surnombre >= 0) AND (quarts_surnombre <= quarts_sur_capacite)))
  constraint journee_resumee_check3 CHECK (((quarts_a_confirmer >= 0) AND (quarts_a_confirmer <= quarts_sur_capacite)))
  constraint journee_resumee_enfants_check CHECK ((enfants >= 0))
  constraint journee_resumee_etablissement_id_fkey FOREIGN KEY (etablissement_id) REFERENCES eaje.etablissement(id) ON DELETE CASCADE
  constraint journee_resumee_libres_apres_midi_check CHECK ((libres_apres_midi >= 0))
  constraint journee_resumee_libres_apres_midi_marcheurs_check CHECK ((libres_apres_midi_marcheurs >= 0))
  constraint journee_resumee_libres_matin_check CHECK ((libres_matin >= 0))
  constraint journee_resumee_libres_matin_marcheurs_check CHECK ((libres_matin_marcheurs >= 0))
  constraint journee_resumee_manque_check CHECK ((manque >= 0))
  constraint journee_resumee_marche_inconnue_check CHECK ((marche_inconnue >= 0))
  constraint journee_resumee_minutes_enfant_check CHECK ((minutes_enfant >= 0))
  constraint journee_resumee_minutes_place_check CHECK ((minutes_place >= 0))
  constraint journee_resumee_pkey PRIMARY KEY (etablissement_id, jour)
  constraint journee_resumee_postes_douteux_check CHECK ((postes_douteux >= 0))
  constraint journee_resumee_presences_check CHECK ((presences >= 0))
  constraint journee_resumee_quarts_check CHECK ((quarts >= 0))
  constraint journee_resumee_quarts_sur_capacite_check CHECK ((quarts_sur_capacite >= 0))
  constraint journee_resumee_requis_check CHECK ((requis >= 0))
  index journee_resumee_jour_idx btree (jour)
  policy lire select to marelle_agent using (etablissement_id = ANY (( SELECT acces.mes_creches('creches.lire'::text) AS mes_creches)::uuid[]))
  grant delete, insert, select, update to marelle_systeme
  grant select to marelle_agent

table eaje.ligne_budget
  budget_centimes bigint not null
  du date not null
  etablissement_id uuid not null
  exercice smallint not null
  id uuid not null
  imputation text
  libelle text not null
  nature text not null
  service_id uuid
  unite_id uuid not null
  version integer not null default 1
  constraint ligne_budget_budget_centimes_check CHECK ((budget_centimes >= 0))
  constraint ligne_budget_du CHECK ((EXTRACT(year FROM du) = (exercice)::numeric))
  constraint ligne_budget_etablissement_id_exercice_nature_libelle_key UNIQUE (etablissement_id, exercice, nature, libelle)
  constraint ligne_budget_etablissement_id_unite_id_fkey FOREIGN KEY (etablissement_id, unite_id) REFERENCES eaje.etablissement(id, unite_id) ON UPDATE CASCADE ON DELETE CASCADE
  constraint ligne_budget_exercice_check CHECK (((exercice >= 2014) AND (exercice <= 2100)))
  constraint ligne_budget_id_etablissement_id_key UNIQUE (id, etablissement_id)
  constraint ligne_budget_imputation_check CHECK ((imputation ~ '^[0-9]{2,8}$'::text))
  constraint ligne_budget_libelle_check CHECK ((libelle <> ''::text))
  constraint ligne_budget_nature_check CHECK ((nature = ANY (ARRAY['ENTRETIEN'::text, 'PEDAGOGIE'::text, 'PHARMACIE'::text, 'ALIMENTATION'::text, 'MENAGE'::text, 'INTERIM'::text, 'FLUIDES'::text, 'AUTRE'::text])))
  constraint ligne_budget_pkey PRIMARY KEY (id)
  constraint ligne_budget_service_id_fkey FOREIGN KEY (service_id) REFERENCES organisation.unite(id)
  index ligne_budget_exercice_etablissement_id_idx btree (exercice, etablissement_id)
  index ligne_budget_service_id_idx btree (service_id) WHERE (service_id IS NOT NULL)
  trigger echeances_changer marquer
  trigger echeances_creer marquer
  trigger echeances_effacer marquer
  policy lire select to marelle_agent using ((etablissement_id = ANY (( SELECT acces.mes_creches('creches.suivre'::text) AS mes_creches)::uuid[])) OR (etablissement_id = ANY (( SELECT acces.mes_creches('creches.financer'::text) AS mes_creches)::uuid[])) OR (( SELECT acces.peut('creches.financer'::text) AS peut) AND (service_id = ANY (( SELECT acces.unites_courantes() AS unites_courantes)::uuid[]))))
  policy modifier update to marelle_agent using ((etablissement_id = ANY (( SELECT acces.mes_creches('creches.financer'::text) AS mes_creches)::uuid[])) OR (( SELECT acces.peut('creches.financer'::text) AS peut) AND (service_id = ANY (( SELECT acces.unites_courantes() AS unites_courantes)::uuid[])))) with check ((etablissement_id = ANY (( SELECT acces.mes_creches('creches.financer'::text) AS mes_creches)::uuid[])) OR (( SELECT acces.peut('creches.financer'::text) AS peut) AND (service_id = ANY (( SELECT acces.unites_courantes() AS unites_courantes)::uuid[]))))
  policy voter insert to marelle_agent with check (etablissement_id = ANY (( SELECT acces.mes_creches('creches.financer'::text) AS mes_creches)::uuid[]))
  grant delete, insert, select, update to marelle_agent
  grant delete, insert, select, update to marelle_systeme

table eaje.mandatement
  annulation text
  annule_le date
  centimes bigint not null
  engagement_id uuid not null
  etablissement_id uuid not null
  id uuid not null
  jour date not null
  par uuid not null
  reference text not null default ''::text
  version integer not null default 1
  constraint mandatement_annulation CHECK (((annule_le IS NULL) = (annulation IS NULL)))
  constraint mandatement_annulation_check CHECK ((annulation <> ''::text))
  constraint mandatement_centimes_check CHECK ((centimes > 0))
  constraint mandatement_engagement_id_etablissement_id_fkey FOREIGN KEY (engagement_id, etablissement_id) REFERENCES eaje.engagement(id, etablissement_id) ON DELETE CASCADE
  constraint mandatement_par_fkey FOREIGN KEY (par) REFERENCES organisation.agent(id)
  constraint mandatement_pkey PRIMARY KEY (id)
  index mandatement_engagement_id_idx btree (engagement_id)
  index mandatement_etablissement_id_idx btree (etablissement_id)
  trigger echeances_changer marquer
  trigger echeances_creer marquer
  trigger echeances_effacer marquer
  policy corriger update to marelle_agent using (engagement_id IN ( SELECT e.id FROM eaje.engagement e WHERE (e.ligne_id = ANY (( SELECT acces.mes_lignes_tenues() AS mes_lignes_tenues)::uuid[])))) with check (engagement_id IN ( SELECT e.id FROM eaje.engagement e WHERE (e.ligne_id = ANY (( SELECT acces.mes_lignes_tenues() AS mes_lignes_tenues)::uuid[]))))
  policy lire select to marelle_agent using (engagement_id IN ( SELECT e.id FROM eaje.engagement e))
  policy mandater insert to marelle_agent with check ((par = ( SELECT acces.agent_courant() AS agent_courant)) AND (engagement_id IN ( SELECT e.id FROM eaje.engagement e WHERE (e.ligne_id = ANY (( SELECT acces.mes_lignes_tenues() AS mes_lignes_tenues)::uuid[])))))
  grant delete, insert, select, update to marelle_agent
  grant delete, insert, select, update to marelle_systeme

table eaje.mesure_corrective
  controle_id uuid not null
  etablissement_id uuid not null
  etat text not null default 'OUVERTE'::text
  id uuid not null
  libelle text not null
  nature text not null
  pour date not null
  preuve text
  realisee_le date
  verifiee_le date
  version integer not null default 1
  constraint mesure_corrective_controle_id_etablissement_id_fkey FOREIGN KEY (controle_id, etablissement_id) REFERENCES eaje.controle(id, etablissement_id) ON DELETE CASCADE
  constraint mesure_corrective_de_la_creche UNIQUE (id, etablissement_id)
  constraint mesure_corrective_etablissement_id_fkey FOREIGN KEY (etablissement_id) REFERENCES eaje.etablissement(id) ON DELETE CASCADE
  constraint mesure_corrective_etat_check CHECK ((etat = ANY (ARRAY['OUVERTE'::text, 'PLAN_PROPOSE'::text, 'EN_COURS'::text, 'REALISEE'::text, 'VERIFIEE'::text, 'CLOSE'::text])))
  constraint mesure_corrective_nature_check CHECK ((nature = ANY (ARRAY['RECOMMANDATION'::text, 'PRESCRIPTION'::text, 'MISE_EN_DEMEURE'::text, 'INJONCTION'::text])))
  constraint mesure_corrective_pkey PRIMARY KEY (id)
  constraint mesure_corrective_preuve CHECK (((etat = ANY (ARRAY['OUVERTE'::text, 'PLAN_PROPOSE'::text, 'EN_COURS'::text])) OR ((preuve <> ''::text) AND (realisee_le IS NOT NULL))))
  constraint mesure_corrective_verifiee CHECK (((etat <> ALL (ARRAY['VERIFIEE'::text, 'CLOSE'::text])) OR (verifiee_le IS NOT NULL)))
  index mesure_corrective_controle_id_idx btree (controle_id)
  index mesure_corrective_etablissement_id_pour_idx btree (etablissement_id, pour)
  trigger echeances_changer marquer
  trigger echeances_creer marquer
  trigger echeances_effacer marquer
  policy suivre all to marelle_agent using (etablissement_id = ANY (( SELECT acces.mes_creches('creches.suivre'::text) AS mes_creches)::uuid[])) with check (etablissement_id = ANY (( SELECT acces.mes_creches('creches.suivre'::text) AS mes_creches)::uuid[]))
  grant delete, insert, select, update to marelle_agent
  grant delete, insert, select, update to marelle_systeme

table eaje.modulation
  autorisation_id uuid not null
  debut smallint not null
  dossier_id uuid
  etablissement_id uuid not null
  fin smallint not null
  id uuid not null
  jours smallint[] not null
  periode daterange
  places smallint not null
  constraint modulation_autorisation_id_fkey FOREIGN KEY (autorisation_id) REFERENCES eaje.autorisation(id) ON DELETE CASCADE
  constraint modulation_datee CHECK (((periode IS NULL) = (dossier_id IS NULL)))
  constraint modulation_du_dossier FOREIGN KEY (dossier_id, etablissement_id) REFERENCES eaje.dossier_travaux(id, etablissement_id) ON DELETE CASCADE
  constraint modulation_etablissement_id_fkey FOREIGN KEY (etablissement_id) REFERENCES eaje.etablissement(id) ON DELETE CASCADE
  constraint modulation_heures CHECK (((debut >= 0) AND (debut < fin) AND (fin <= 1440) AND (((debut)::integer % 15) = 0) AND (((fin)::integer % 15) = 0)))
  constraint modulation_jours_check CHECK (((array_length(jours, 1) >= 1) AND (array_length(jours, 1) <= 7)))
  constraint modulation_periode_check CHECK ((NOT isempty(periode)))
  constraint modulation_pkey PRIMARY KEY (id)
  constraint modulation_places_check CHECK ((places >= 0))
  index modulation_autorisation_id_idx btree (autorisation_id)
  index modulation_dossier_id_idx btree (dossier_id)
  index modulation_etablissement_id_idx btree (etablissement_id)
  trigger creches_ajout_1 noter_changement
  trigger creches_change_1 noter_changement
  trigger creches_retrait_1 noter_changement
  trigger garder_modulation garder_modulation
  trigger heures_ajout noter_changement
  trigger heures_change noter_changement
  trigger heures_retrait noter_changement
  policy lire select to marelle_agent using (etablissement_id = ANY (( SELECT acces.mes_creches('creches.lire'::text) AS mes_creches)::uuid[]))
  policy tenir all to marelle_agent using (etablissement_id = ANY (( SELECT acces.mes_creches('creches.tenir'::text) AS mes_creches)::uuid[])) with check (etablissement_id = ANY (( SELECT acces.mes_creches('creches.tenir'::text) AS mes_creches)::uuid[]))
  grant delete, insert, select, update to marelle_agent
  grant delete, insert, select, update to marelle_systeme

table eaje.mois_a_compter
  etablissement_id uuid not null
  id bigint not null
  mois date not null
  transaction xid8 not null default pg_current_xact_id()
  constraint mois_a_compter_etablissement_id_fkey FOREIGN KEY (etablissement_id) REFERENCES eaje.etablissement(id) ON DELETE CASCADE
  constraint mois_a_compter_mois_check CHECK ((EXTRACT(day FROM mois) = (1)::numeric))
  constraint mois_a_compter_pkey PRIMARY KEY (id)
  index mois_a_compter_etablissement_id_mois_transaction_idx btree (etablissement_id, mois, transaction)
  index mois_a_compter_mois_idx btree (mois)
  policy lever delete to marelle_agent using (etablissement_id = ANY (( SELECT acces.mes_creches('creches.financer'::text) AS mes_creches)::uuid[]))
  policy lire select to marelle_agent using (etablissement_id = ANY (( SELECT acces.mes_creches('creches.financer'::text) AS mes_creches)::uuid[]))
  grant delete, insert, select, update to marelle_systeme
  grant delete, select to marelle_agent

table eaje.mois_a_resumer
  etablissement_id uuid not null
  id bigint not null
  mois date not null
  transaction xid8 not null default pg_current_xact_id()
  constraint mois_a_resumer_etablissement_id_fkey FOREIGN KEY (etablissement_id) REFERENCES eaje.etablissement(id) ON DELETE CASCADE
  constraint mois_a_resumer_mois_check CHECK ((EXTRACT(day FROM mois) = (1)::numeric))
  constraint mois_a_resumer_pkey PRIMARY KEY (id)
  index mois_a_resumer_etablissement_id_mois_transaction_idx btree (etablissement_id, mois, transaction)
  index mois_a_resumer_mois_idx btree (mois)
  policy lire select to marelle_agent using (etablissement_id = ANY (( SELECT acces.mes_creches('creches.lire'::text) AS mes_creches)::uuid[]))
  grant delete, insert, select, update to marelle_systeme
  grant select to marelle_agent

table eaje.mois_activite
  calcule_le timestamp with time zone not null default transaction_timestamp()
  contractees_a_venir integer not null default 0
  doutes integer not null default 0
  enfants smallint not null default 0
  enfants_handicap smallint not null default 0
  etablissement_id uuid not null
  fige_le timestamp with time zone
  fige_par uuid
  jours_a_venir smallint not null default 0
  jours_ouverts smallint not null default 0
  minutes_contractees integer not null default 0
  minutes_facturees integer not null default 0
  minutes_occasionnelles integer not null default 0
  minutes_ouvertes integer not null default 0
  minutes_realisees integer not null default 0
  mois date not null
  ouvertes_a_venir integer not null default 0
  participations_centimes bigint not null default 0
  places smallint not null default 0
  pointages integer not null default 0
  constraint mois_activite_check CHECK (((ouvertes_a_venir >= 0) AND (ouvertes_a_venir <= minutes_ouvertes)))
  constraint mois_activite_check1 CHECK (((contractees_a_venir >= 0) AND (contractees_a_venir <= minutes_contractees)))
  constraint mois_activite_check2 CHECK (((jours_a_venir >= 0) AND (jours_a_venir <= jours_ouverts)))
  constraint mois_activite_doutes_check CHECK ((doutes >= 0))
  constraint mois_activite_enfants_check CHECK ((enfants >= 0))
  constraint mois_activite_enfants_handicap_check CHECK ((enfants_handicap >= 0))
  constraint mois_activite_etablissement_id_fkey FOREIGN KEY (etablissement_id) REFERENCES eaje.etablissement(id) ON DELETE CASCADE
  constraint mois_activite_fige_par_fkey FOREIGN KEY (fige_par) REFERENCES organisation.agent(id)
  constraint mois_activite_jours_ouverts_check CHECK (((jours_ouverts >= 0) AND (jours_ouverts <= 31)))
  constraint mois_activite_minutes_contractees_check CHECK ((minutes_contractees >= 0))
  constraint mois_activite_minutes_facturees_check CHECK ((minutes_facturees >= 0))
  constraint mois_activite_minutes_occasionnelles_check CHECK ((minutes_occasionnelles >= 0))
  constraint mois_activite_minutes_ouvertes_check CHECK ((minutes_ouvertes >= 0))
  constraint mois_activite_minutes_realisees_check CHECK ((minutes_realisees >= 0))
  constraint mois_activite_mois_check CHECK ((EXTRACT(day FROM mois) = (1)::numeric))
  constraint mois_activite_participations_centimes_check CHECK ((participations_centimes >= 0))
  constraint mois_activite_pkey PRIMARY KEY (etablissement_id, mois)
  constraint mois_activite_places_check CHECK ((places >= 0))
  constraint mois_activite_pointages_check CHECK ((pointages >= 0))
  index mois_activite_mois_idx btree (mois)
  trigger garder_mois_fige garder_mois_fige
  policy lire select to marelle_agent using (etablissement_id = ANY (( SELECT acces.mes_creches('creches.financer'::text) AS mes_creches)::uuid[]))
  policy tenir all to marelle_agent using (etablissement_id = ANY (( SELECT acces.mes_creches('creches.financer'::text) AS mes_creches)::uuid[])) with check ((etablissement_id = ANY (( SELECT acces.mes_creches('creches.financer'::text) AS mes_creches)::uuid[])) AND ((fige_par IS NULL) OR (fige_par = ( SELECT acces.agent_courant() AS agent_courant))))
  grant delete, insert, select, update to marelle_systeme
  grant insert, select, update to marelle_agent

table eaje.point_reouverture
  dossier_id uuid not null
  etablissement_id uuid not null
  id uuid not null
  par uuid not null
  point text not null
  preuve text not null
  tenu_le date not null
  constraint point_reouverture_dossier_id_etablissement_id_fkey FOREIGN KEY (dossier_id, etablissement_id) REFERENCES eaje.dossier_travaux(id, etablissement_id) ON DELETE CASCADE
  constraint point_reouverture_par_fkey FOREIGN KEY (par) REFERENCES organisation.agent(id)
  constraint point_reouverture_pkey PRIMARY KEY (id)
  constraint point_reouverture_point_check CHECK ((point = ANY (ARRAY['INCENDIE'::text, 'AIR_EAU'::text, 'MENAGE'::text, 'MOBILIER'::text, 'EFFECTIFS'::text, 'AVIS'::text, 'FAMILLES'::text])))
  constraint point_reouverture_preuve_check CHECK ((preuve <> ''::text))
  constraint point_reouverture_une_fois UNIQUE (dossier_id, point)
  index point_reouverture_etablissement_id_idx btree (etablissement_id)
  policy lire select to marelle_agent using (etablissement_id = ANY (( SELECT acces.mes_creches('creches.suivre'::text) AS mes_creches)::uuid[]))
  policy tenir all to marelle_agent using (etablissement_id = ANY (( SELECT acces.mes_creches('creches.suivre'::text) AS mes_creches)::uuid[])) with check ((etablissement_id = ANY (( SELECT acces.mes_creches('creches.suivre'::text) AS mes_creches)::uuid[])) AND (par = ( SELECT acces.agent_courant() AS agent_courant)))
  grant delete, insert, select, update to marelle_agent
  grant delete, insert, select, update to marelle_systeme

table eaje.pointage_acte
  enfant_id uuid not null
  etablissement_id uuid not null
  id uuid not null
  jour date not null
  minute smallint not null
  par uuid not null
  recu_le timestamp with time zone not null default transaction_timestamp()
  remplace boolean not null default false
  sens text not null
  constraint pointage_acte_enfant_id_fkey FOREIGN KEY (enfant_id) REFERENCES eaje.enfant(id)
  constraint pointage_acte_etablissement_id_fkey FOREIGN KEY (etablissement_id) REFERENCES eaje.etablissement(id)
  constraint pointage_acte_minute_check CHECK (((minute >= 0) AND (minute <= 1439)))
  constraint pointage_acte_par_fkey FOREIGN KEY (par) REFERENCES organisation.agent(id)
  constraint pointage_acte_pkey PRIMARY KEY (id)
  constraint pointage_acte_sens_check CHECK ((sens = ANY (ARRAY['ARRIVEE'::text, 'DEPART'::text])))
  index pointage_acte_enfant_id_jour_idx btree (enfant_id, jour)
  index pointage_acte_etablissement_id_jour_idx btree (etablissement_id, jour)
  policy inscrire insert to marelle_agent with check ((etablissement_id = ANY (( SELECT acces.mes_creches('creches.accueillir'::text) AS mes_creches)::uuid[])) AND (par = ( SELECT acces.agent_courant() AS agent_courant)))
  policy lire select to marelle_agent using (etablissement_id = ANY (( SELECT acces.mes_creches('creches.lire'::text) AS mes_creches)::uuid[]))
  policy remplacer update to marelle_agent using (etablissement_id = ANY (( SELECT acces.mes_creches('creches.accueillir'::text) AS mes_creches)::uuid[])) with check (etablissement_id = ANY (( SELECT acces.mes_creches('creches.accueillir'::text) AS mes_creches)::uuid[]))
  grant delete, insert, select, update to marelle_systeme
  grant insert, select to marelle_agent

table eaje.presence
  arrivee smallint not null
  arrivee_supposee boolean not null default false
  depart smallint
  doute text
  enfant_id uuid not null
  etablissement_id uuid not null
  jour date not null
  origine text not null
  constraint presence_arrivee_check CHECK (((arrivee >= 0) AND (arrivee <= 1439)))
  constraint presence_check CHECK (((depart > arrivee) AND (depart <= 1440)))
  constraint presence_enfant_id_fkey FOREIGN KEY (enfant_id) REFERENCES eaje.enfant(id)
  constraint presence_etablissement_id_fkey FOREIGN KEY (etablissement_id) REFERENCES eaje.etablissement(id)
  constraint presence_origine_check CHECK ((origine = ANY (ARRAY['BADGE'::text, 'TABLETTE'::text, 'SAISIE'::text])))
  constraint presence_pkey PRIMARY KEY (enfant_id, jour, arrivee)
  index presence_etablissement_id_jour_idx btree (etablissement_id, jour)
  trigger creches_ajout_1 noter_changement
  trigger creches_change_1 noter_changement
  trigger creches_retrait_1 noter_changement
  trigger heures_ajout noter_changement
  trigger heures_change noter_changement
  trigger heures_retrait noter_changement
  policy lire select to marelle_agent using (etablissement_id = ANY (( SELECT acces.mes_creches('creches.lire'::text) AS mes_creches)::uuid[]))
  policy tenir all to marelle_agent using (etablissement_id = ANY (( SELECT acces.mes_creches('creches.accueillir'::text) AS mes_creches)::uuid[])) with check (etablissement_id = ANY (( SELECT acces.mes_creches('creches.accueillir'::text) AS mes_creches)::uuid[]))
  grant delete, insert, select, update to marelle_agent
  grant delete, insert, select, update to marelle_systeme

table eaje.presence_correction
  arrivee smallint
  arrivee_avant smallint
  depart smallint
  depart_avant smallint
  enfant_id uuid not null
  etablissement_id uuid not null
  id uuid not null
  jour date not null
  le timestamp with time zone not null default transaction_timestamp()
  motif text not null
  origine_avant text
  par uuid not null
  constraint presence_correction_check CHECK (((arrivee_avant IS NOT NULL) OR (arrivee IS NOT NULL)))
  constraint presence_correction_enfant_id_fkey FOREIGN KEY (enfant_id) REFERENCES eaje.enfant(id)
  constraint presence_correction_etablissement_id_fkey FOREIGN KEY (etablissement_id) REFERENCES eaje.etablissement(id)
  constraint presence_correction_par_fkey FOREIGN KEY (par) REFERENCES organisation.agent(id)
  constraint presence_correction_pkey PRIMARY KEY (id)
  index presence_correction_enfant_id_jour_idx btree (enfant_id, jour)
  index presence_correction_etablissement_id_jour_idx btree (etablissement_id, jour)
  policy inscrire insert to marelle_agent with check ((etablissement_id = ANY (( SELECT acces.mes_creches('creches.accueillir'::text) AS mes_creches)::uuid[])) AND (par = ( SELECT acces.agent_courant() AS agent_courant)))
  policy lire select to marelle_agent using (etablissement_id = ANY (( SELECT acces.mes_creches('creches.lire'::text) AS mes_creches)::uuid[]))
  grant delete, insert, select, update to marelle_systeme
  grant insert, select to marelle_agent

table eaje.professionnel
  agent_id uuid not null
  categorie smallint
  etablissement_id uuid
  experience_depuis date
  id uuid not null
  metier text not null
  periode daterange not null
  quotite numeric(5,2) not null default 100
  section_id uuid
  unite_id uuid not null
  version integer not null default 1
  constraint professionnel_agent_id_fkey FOREIGN KEY (agent_id) REFERENCES organisation.agent(id)
  constraint professionnel_categorie_check CHECK ((categorie = ANY (ARRAY[1, 2])))
  constraint professionnel_etablissement_id_fkey FOREIGN KEY (etablissement_id) REFERENCES eaje.etablissement(id)
  constraint professionnel_periode_check CHECK ((NOT isempty(periode)))
  constraint professionnel_pkey PRIMARY KEY (id)
  constraint professionnel_quotite_check CHECK (((quotite > (0)::numeric) AND (quotite <= (100)::numeric)))
  constraint professionnel_section_id_fkey FOREIGN KEY (section_id) REFERENCES eaje.section(id)
  constraint professionnel_un_rattachement EXCLUDE USING gist (agent_id WITH =, periode WITH &&)
  constraint professionnel_unite_id_fkey FOREIGN KEY (unite_id) REFERENCES organisation.unite(id)
  index professionnel_etablissement_id_idx btree (etablissement_id)
  index professionnel_unite_id_idx btree (unite_id)
  trigger creches_ajout_1 noter_changement
  trigger creches_change_1 noter_changement
  trigger creches_retrait_1 noter_changement
  policy lire select to marelle_agent using (((unite_id = ANY (( SELECT acces.unites_courantes() AS unites_courantes)::uuid[])) OR (id = ANY (( SELECT acces.mes_renforts() AS mes_renforts)::uuid[]))) AND ( SELECT acces.peut('creches.lire'::text) AS peut))
  policy tenir all to marelle_agent using ((unite_id = ANY (( SELECT acces.unites_courantes() AS unites_courantes)::uuid[])) AND ( SELECT acces.peut('creches.tenir'::text) AS peut)) with check ((unite_id = ANY (( SELECT acces.unites_courantes() AS unites_courantes)::uuid[])) AND ( SELECT acces.peut('creches.tenir'::text) AS peut))
  grant delete, insert, select, update to marelle_agent
  grant delete, insert, select, update to marelle_systeme

table eaje.proposition
  adressee_a uuid[] not null
  empreinte text not null
  etablissement_id uuid not null
  id uuid not null
  jour date not null
  motif text not null default ''::text
  proposee_le timestamp with time zone not null default transaction_timestamp()
  proposee_par uuid not null
  suite text
  suite_le timestamp with time zone
  suite_par uuid
  texte text not null
  constraint proposition_adressee_a_check CHECK ((cardinality(adressee_a) > 0))
  constraint proposition_empreinte_check CHECK ((empreinte <> ''::text))
  constraint proposition_etablissement_id_fkey FOREIGN KEY (etablissement_id) REFERENCES eaje.etablissement(id) ON DELETE CASCADE
  constraint proposition_motif CHECK (((suite IS DISTINCT FROM 'ECARTEE'::text) OR (motif <> ''::text)))
  constraint proposition_pkey PRIMARY KEY (id)
  constraint proposition_proposee_par_fkey FOREIGN KEY (proposee_par) REFERENCES organisation.agent(id)
  constraint proposition_suite CHECK ((((suite IS NULL) = (suite_par IS NULL)) AND ((suite IS NULL) = (suite_le IS NULL))))
  constraint proposition_suite_check CHECK ((suite = ANY (ARRAY['INSCRITE'::text, 'ECARTEE'::text])))
  constraint proposition_suite_par_fkey FOREIGN KEY (suite_par) REFERENCES organisation.agent(id)
  constraint proposition_texte_check CHECK ((texte <> ''::text))
  index UNIQUE proposition_une_en_cours btree (etablissement_id, jour, empreinte) WHERE (suite IS NULL)
  index proposition_jour_etablissement_id_idx btree (jour, etablissement_id)
  policy lire select to marelle_agent using (etablissement_id = ANY (( SELECT acces.mes_creches('creches.lire'::text) AS mes_creches)::uuid[]))
  policy proposer insert to marelle_agent with check ((etablissement_id = ANY (( SELECT acces.mes_creches('creches.tenir'::text) AS mes_creches)::uuid[])) AND (proposee_par = ( SELECT acces.agent_courant() AS agent_courant)) AND (suite IS NULL))
  policy repondre update to marelle_agent using ((suite IS NULL) AND ((etablissement_id = ANY (( SELECT acces.mes_creches('creches.tenir'::text) AS mes_creches)::uuid[])) OR (etablissement_id = ANY (( SELECT acces.mes_creches('creches.accueillir'::text) AS mes_creches)::uuid[])))) with check (((etablissement_id = ANY (( SELECT acces.mes_creches('creches.tenir'::text) AS mes_creches)::uuid[])) OR (etablissement_id = ANY (( SELECT acces.mes_creches('creches.accueillir'::text) AS mes_creches)::uuid[]))) AND (suite_par = ( SELECT acces.agent_courant() AS agent_courant)))
  grant delete, insert, select, update to marelle_systeme
  grant insert, select to marelle_agent

table eaje.relogement
  dossier_id uuid not null
  enfant_id uuid
  etablissement_id uuid not null
  hote_id uuid not null
  id uuid not null
  nombre integer not null default 1
  constraint relogement_ailleurs CHECK ((hote_id <> etablissement_id))
  constraint relogement_dossier_id_etablissement_id_fkey FOREIGN KEY (dossier_id, etablissement_id) REFERENCES eaje.dossier_travaux(id, etablissement_id) ON DELETE CASCADE
  constraint relogement_enfant_id_fkey FOREIGN KEY (enfant_id) REFERENCES eaje.enfant(id) ON DELETE CASCADE
  constraint relogement_hote_id_fkey FOREIGN KEY (hote_id) REFERENCES eaje.etablissement(id) ON DELETE CASCADE
  constraint relogement_nombre_check CHECK ((nombre > 0))
  constraint relogement_pkey PRIMARY KEY (id)
  constraint relogement_un_enfant CHECK (((enfant_id IS NULL) OR (nombre = 1)))
  constraint relogement_une_fois UNIQUE (dossier_id, enfant_id)
  index relogement_enfant_id_idx btree (enfant_id)
  index relogement_etablissement_id_idx btree (etablissement_id)
  index relogement_hote_id_idx btree (hote_id)
  policy lire select to marelle_agent using ((etablissement_id = ANY (( SELECT acces.mes_creches('creches.suivre'::text) AS mes_creches)::uuid[])) OR (hote_id = ANY (( SELECT acces.mes_creches('creches.suivre'::text) AS mes_creches)::uuid[])))
  policy reloger all to marelle_agent using (etablissement_id = ANY (( SELECT acces.mes_creches('creches.tenir'::text) AS mes_creches)::uuid[])) with check ((etablissement_id = ANY (( SELECT acces.mes_creches('creches.tenir'::text) AS mes_creches)::uuid[])) AND (hote_id = ANY (( SELECT acces.mes_creches('creches.tenir'::text) AS mes_creches)::uuid[])))
  grant delete, insert, select, update to marelle_agent
  grant delete, insert, select, update to marelle_systeme

table eaje.reservation
  debut smallint not null
  enfant_id uuid not null
  etablissement_id uuid not null
  fin smallint not null
  id uuid not null
  jour date not null
  nature text not null
  tarif_centimes integer
  tarif_etapes text[] not null default '{}'::text[]
  constraint reservation_enfant_id_fkey FOREIGN KEY (enfant_id) REFERENCES eaje.enfant(id)
  constraint reservation_etablissement_id_fkey FOREIGN KEY (etablissement_id) REFERENCES eaje.etablissement(id)
  constraint reservation_heures CHECK (((debut >= 0) AND (debut < fin) AND (fin <= 1440)))
  constraint reservation_nature_check CHECK ((nature = ANY (ARRAY['OCCASIONNEL'::text, 'URGENCE'::text])))
  constraint reservation_pkey PRIMARY KEY (id)
  constraint reservation_tarif_centimes_check CHECK ((tarif_centimes >= 0))
  constraint reservation_une_fois EXCLUDE USING gist (enfant_id WITH =, jour WITH =, int4range((debut)::integer, (fin)::integer) WITH &&)
  index reservation_etablissement_id_jour_idx btree (etablissement_id, jour)
  trigger creches_ajout_1 noter_changement
  trigger creches_change_1 noter_changement
  trigger creches_retrait_1 noter_changement
  trigger heures_ajout noter_changement
  trigger heures_change noter_changement
  trigger heures_retrait noter_changement
  policy lire select to marelle_agent using (etablissement_id = ANY (( SELECT acces.mes_creches('creches.lire'::text) AS mes_creches)::uuid[]))
  policy tenir all to marelle_agent using (etablissement_id = ANY (( SELECT acces.mes_creches('creches.accueillir'::text) AS mes_creches)::uuid[])) with check (etablissement_id = ANY (( SELECT acces.mes_creches('creches.accueillir'::text) AS mes_creches)::uuid[]))
  grant delete, insert, select, update to marelle_agent
  grant delete, insert, select, update to marelle_systeme

table eaje.ressources
  annuelles_centimes bigint
  enfants_a_charge smallint not null
  enfants_aeeh smallint not null default 0
  etablissement_id uuid not null
  famille_id uuid not null
  id uuid not null
  origine text not null
  periode daterange not null
  constraint ressources_annuelles_centimes_check CHECK ((annuelles_centimes >= 0))
  constraint ressources_check CHECK ((enfants_aeeh <= enfants_a_charge))
  constraint ressources_enfants_a_charge_check CHECK (((enfants_a_charge >= 1) AND (enfants_a_charge <= 20)))
  constraint ressources_enfants_aeeh_check CHECK ((enfants_aeeh >= 0))
  constraint ressources_etablissement_id_fkey FOREIGN KEY (etablissement_id) REFERENCES eaje.etablissement(id)
  constraint ressources_famille_id_fkey FOREIGN KEY (famille_id) REFERENCES eaje.famille(id) ON DELETE CASCADE
  constraint ressources_origine_check CHECK ((origine = ANY (ARRAY['CDAP'::text, 'AVIS_IMPOSITION'::text, 'REFUS'::text, 'ASE'::text, 'URGENCE'::text])))
  constraint ressources_periode_check CHECK ((NOT isempty(periode)))
  constraint ressources_pkey PRIMARY KEY (id)
  constraint ressources_une_a_la_fois EXCLUDE USING gist (famille_id WITH =, periode WITH &&)
  index ressources_etablissement_id_idx btree (etablissement_id)
  policy lire select to marelle_agent using (etablissement_id = ANY (( SELECT acces.mes_creches('creches.accueillir'::text) AS mes_creches)::uuid[]))
  policy tenir all to marelle_agent using (etablissement_id = ANY (( SELECT acces.mes_creches('creches.accueillir'::text) AS mes_creches)::uuid[])) with check (etablissement_id = ANY (( SELECT acces.mes_creches('creches.accueillir'::text) AS mes_creches)::uuid[]))
  grant delete, insert, select, update to marelle_agent
  grant delete, insert, select, update to marelle_systeme

table eaje.revision
  etablissement_id uuid not null
  numero uuid not null default gen_random_uuid()
  constraint revision_etablissement_id_fkey FOREIGN KEY (etablissement_id) REFERENCES eaje.etablissement(id) ON DELETE CASCADE
  constraint revision_pkey PRIMARY KEY (etablissement_id)
  policy lire select to marelle_agent using (etablissement_id = ANY (( SELECT acces.mes_creches('creches.lire'::text) AS mes_creches)::uuid[]))
  grant delete, insert, select, update to marelle_agent
  grant delete, insert, select, update to marelle_systeme

table eaje.section
  etablissement_id uuid not null
  id uuid not null
  nom text not null
  places smallint not null
  tranche text not null
  unite_accueil_id uuid not null
  constraint section_etablissement_id_fkey FOREIGN KEY (etablissement_id) REFERENCES eaje.etablissement(id) ON DELETE CASCADE
  constraint section_etablissement_id_nom_key UNIQUE (etablissement_id, nom)
  constraint section_pkey PRIMARY KEY (id)
  constraint section_places_check CHECK ((places > 0))
  constraint section_tranche_check CHECK ((tranche = ANY (ARRAY['BEBES'::text, 'MOYENS'::text, 'GRANDS'::text, 'MULTI_AGES'::text])))
  constraint section_unite_accueil_id_fkey FOREIGN KEY (unite_accueil_id) REFERENCES eaje.unite_accueil(id) ON DELETE CASCADE
  index section_unite_accueil_id_idx btree (unite_accueil_id)
  policy lire select to marelle_agent using (etablissement_id = ANY (( SELECT acces.mes_creches('creches.lire'::text) AS mes_creches)::uuid[]))
  policy tenir all to marelle_agent using (etablissement_id = ANY (( SELECT acces.mes_creches('creches.tenir'::text) AS mes_creches)::uuid[])) with check (etablissement_id = ANY (( SELECT acces.mes_creches('creches.tenir'::text) AS mes_creches)::uuid[]))
  grant delete, insert, select, update to marelle_agent
  grant delete, insert, select, update to marelle_systeme

table eaje.service_correction
  avant jsonb not null
  avant_atteste_le date not null
  avant_atteste_par uuid not null
  etablissement_id uuid not null
  id uuid not null
  le date not null
  motif text not null
  par uuid not null
  service_id uuid not null
  constraint service_correction_avant_atteste_par_fkey FOREIGN KEY (avant_atteste_par) REFERENCES organisation.agent(id)
  constraint service_correction_motif_check CHECK ((motif <> ''::text))
  constraint service_correction_par_fkey FOREIGN KEY (par) REFERENCES organisation.agent(id)
  constraint service_correction_pkey PRIMARY KEY (id)
  constraint service_correction_service_id_etablissement_id_fkey FOREIGN KEY (service_id, etablissement_id) REFERENCES eaje.service_fait(id, etablissement_id) ON DELETE CASCADE
  index service_correction_etablissement_id_idx btree (etablissement_id)
  index service_correction_service_id_idx btree (service_id)
  policy dire insert to marelle_agent with check ((service_id IN ( SELECT s.id FROM eaje.service_fait s)) AND (par = ( SELECT acces.agent_courant() AS agent_courant)))
  policy lire select to marelle_agent using (service_id IN ( SELECT s.id FROM eaje.service_fait s))
  grant delete, insert, select, update to marelle_agent
  grant delete, insert, select, update to marelle_systeme

table eaje.service_fait
  accord_le date
  atteste_le date
  atteste_par uuid
  conformes smallint
  demande text
  dues smallint
  ecart_qualification text
  etablissement_id uuid not null
  faites smallint
  id uuid not null
  ligne_id uuid not null
  minutes_commandees integer
  minutes_facturees integer
  minutes_realisees integer
  mois date not null
  montant_centimes bigint
  nature text not null
  version integer not null default 1
  constraint service_fait_atteste CHECK (((atteste_le IS NULL) = (atteste_par IS NULL)))
  constraint service_fait_atteste_par_fkey FOREIGN KEY (atteste_par) REFERENCES organisation.agent(id)
  constraint service_fait_check CHECK (((conformes >= 0) AND (conformes <= faites)))
  constraint service_fait_de_la_creche UNIQUE (id, etablissement_id)
  constraint service_fait_dues_check CHECK ((dues >= 0))
  constraint service_fait_faites_check CHECK ((faites >= 0))
  constraint service_fait_interim CHECK (((nature <> 'INTERIM'::text) OR ((demande IS NOT NULL) AND (minutes_commandees IS NOT NULL))))
  constraint service_fait_ligne_id_etablissement_id_fkey FOREIGN KEY (ligne_id, etablissement_id) REFERENCES eaje.ligne_budget(id, etablissement_id) ON DELETE CASCADE
  constraint service_fait_menage CHECK (((nature <> 'MENAGE'::text) OR ((dues IS NOT NULL) AND (faites IS NOT NULL) AND (conformes IS NOT NULL))))
  constraint service_fait_minutes_commandees_check CHECK ((minutes_commandees >= 0))
  constraint service_fait_minutes_facturees_check CHECK ((minutes_facturees >= 0))
  constraint service_fait_minutes_realisees_check CHECK ((minutes_realisees >= 0))
  constraint service_fait_mois_check CHECK ((EXTRACT(day FROM mois) = (1)::numeric))
  constraint service_fait_montant_centimes_check CHECK ((montant_centimes >= 0))
  constraint service_fait_nature_check CHECK ((nature = ANY (ARRAY['MENAGE'::text, 'INTERIM'::text])))
  constraint service_fait_pkey PRIMARY KEY (id)
  index UNIQUE service_fait_mois btree (ligne_id, mois) WHERE (nature = 'MENAGE'::text)
  index service_fait_etablissement_id_idx btree (etablissement_id)
  index service_fait_ligne_id_mois_idx btree (ligne_id, mois)
  trigger echeances_changer marquer
  trigger echeances_creer marquer
  trigger echeances_effacer marquer
  policy attester insert to marelle_agent with check ((ligne_id IN ( SELECT l.id FROM eaje.ligne_budget l)) AND (COALESCE(atteste_par, ( SELECT acces.agent_courant() AS agent_courant)) = ( SELECT acces.agent_courant() AS agent_courant)))
  policy corriger update to marelle_agent using (ligne_id IN ( SELECT l.id FROM eaje.ligne_budget l)) with check ((ligne_id IN ( SELECT l.id FROM eaje.ligne_budget l)) AND (COALESCE(atteste_par, ( SELECT acces.agent_courant() AS agent_courant)) = ( SELECT acces.agent_courant() AS agent_courant)))
  policy lire select to marelle_agent using (ligne_id IN ( SELECT l.id FROM eaje.ligne_budget l))
  grant delete, insert, select, update to marelle_agent
  grant delete, insert, select, update to marelle_systeme

table eaje.sortie
  debut smallint not null
  decidee_le timestamp with time zone not null default transaction_timestamp()
  decidee_par uuid
  etablissement_id uuid not null
  fin smallint not null
  id uuid not null
  jour date not null
  lieu text not null
  constraint sortie_decidee_par_fkey FOREIGN KEY (decidee_par) REFERENCES organisation.agent(id)
  constraint sortie_etablissement_id_fkey FOREIGN KEY (etablissement_id) REFERENCES eaje.etablissement(id) ON DELETE CASCADE
  constraint sortie_heures CHECK (((debut >= 0) AND (debut < fin) AND (fin <= 1440)))
  constraint sortie_lieu_check CHECK ((lieu <> ''::text))
  constraint sortie_pkey PRIMARY KEY (id)
  index sortie_etablissement_id_jour_idx btree (etablissement_id, jour)
  trigger creches_ajout_1 noter_changement
  trigger creches_change_1 noter_changement
  trigger creches_retrait_1 noter_changement
  policy lire select to marelle_agent using (etablissement_id = ANY (( SELECT acces.mes_creches('creches.lire'::text) AS mes_creches)::uuid[]))
  policy tenir all to marelle_agent using ((etablissement_id = ANY (( SELECT acces.mes_creches('creches.tenir'::text) AS mes_creches)::uuid[])) OR (etablissement_id = ANY (( SELECT acces.mes_creches('creches.accueillir'::text) AS mes_creches)::uuid[]))) with check (((etablissement_id = ANY (( SELECT acces.mes_creches('creches.tenir'::text) AS mes_creches)::uuid[])) OR (etablissement_id = ANY (( SELECT acces.mes_creches('creches.accueillir'::text) AS mes_creches)::uuid[]))) AND (decidee_par = ( SELECT acces.agent_courant() AS agent_courant)))
  grant delete, insert, select, update to marelle_agent
  grant delete, insert, select, update to marelle_systeme

table eaje.sortie_accompagnant
  professionnel_id uuid not null
  sortie_id uuid not null
  constraint sortie_accompagnant_pkey PRIMARY KEY (sortie_id, professionnel_id)
  constraint sortie_accompagnant_professionnel_id_fkey FOREIGN KEY (professionnel_id) REFERENCES eaje.professionnel(id) ON DELETE CASCADE
  constraint sortie_accompagnant_sortie_id_fkey FOREIGN KEY (sortie_id) REFERENCES eaje.sortie(id) ON DELETE CASCADE
  index sortie_accompagnant_professionnel_id_idx btree (professionnel_id)
  trigger creches_ajout_1 noter_changement
  trigger creches_change_1 noter_changement
  trigger creches_retrait_1 noter_changement
  policy lire select to marelle_agent using (sortie_id IN ( SELECT s.id FROM eaje.sortie s))
  policy tenir all to marelle_agent using (sortie_id IN ( SELECT s.id FROM eaje.sortie s WHERE ((s.etablissement_id = ANY (( SELECT acces.mes_creches('creches.tenir'::text) AS mes_creches)::uuid[])) OR (s.etablissement_id = ANY (( SELECT acces.mes_creches('creches.accueillir'::text) AS mes_creches)::uuid[]))))) with check (sortie_id IN ( SELECT s.id FROM eaje.sortie s WHERE ((s.etablissement_id = ANY (( SELECT acces.mes_creches('creches.tenir'::text) AS mes_creches)::uuid[])) OR (s.etablissement_id = ANY (( SELECT acces.mes_creches('creches.accueillir'::text) AS mes_creches)::uuid[])))))
  grant delete, insert, select, update to marelle_agent
  grant delete, insert, select, update to marelle_systeme

table eaje.sortie_enfant
  enfant_id uuid not null
  sortie_id uuid not null
  constraint sortie_enfant_enfant_id_fkey FOREIGN KEY (enfant_id) REFERENCES eaje.enfant(id) ON DELETE CASCADE
  constraint sortie_enfant_pkey PRIMARY KEY (sortie_id, enfant_id)
  constraint sortie_enfant_sortie_id_fkey FOREIGN KEY (sortie_id) REFERENCES eaje.sortie(id) ON DELETE CASCADE
  index sortie_enfant_enfant_id_idx btree (enfant_id)
  trigger creches_ajout_1 noter_changement
  trigger creches_change_1 noter_changement
  trigger creches_retrait_1 noter_changement
  policy lire select to marelle_agent using (sortie_id IN ( SELECT s.id FROM eaje.sortie s))
  policy tenir all to marelle_agent using (sortie_id IN ( SELECT s.id FROM eaje.sortie s WHERE ((s.etablissement_id = ANY (( SELECT acces.mes_creches('creches.tenir'::text) AS mes_creches)::uuid[])) OR (s.etablissement_id = ANY (( SELECT acces.mes_creches('creches.accueillir'::text) AS mes_creches)::uuid[]))))) with check (sortie_id IN ( SELECT s.id FROM eaje.sortie s WHERE ((s.etablissement_id = ANY (( SELECT acces.mes_creches('creches.tenir'::text) AS mes_creches)::uuid[])) OR (s.etablissement_id = ANY (( SELECT acces.mes_creches('creches.accueillir'::text) AS mes_creches)::uuid[])))))
  grant delete, insert, select, update to marelle_agent
  grant delete, insert, select, update to marelle_systeme

table eaje.suivi_correction
  avant jsonb not null
  controle_id uuid
  etablissement_id uuid not null
  fait_id uuid
  id uuid not null
  le date not null
  mesure_id uuid
  motif text not null
  par uuid not null
  constraint suivi_correction_controle_id_etablissement_id_fkey FOREIGN KEY (controle_id, etablissement_id) REFERENCES eaje.controle(id, etablissement_id) ON DELETE CASCADE
  constraint suivi_correction_etablissement_id_fkey FOREIGN KEY (etablissement_id) REFERENCES eaje.etablissement(id) ON DELETE CASCADE
  constraint suivi_correction_fait_id_etablissement_id_fkey FOREIGN KEY (fait_id, etablissement_id) REFERENCES eaje.fait_marquant(id, etablissement_id) ON DELETE CASCADE
  constraint suivi_correction_mesure_id_etablissement_id_fkey FOREIGN KEY (mesure_id, etablissement_id) REFERENCES eaje.mesure_corrective(id, etablissement_id) ON DELETE CASCADE
  constraint suivi_correction_motif_check CHECK ((motif <> ''::text))
  constraint suivi_correction_objet CHECK ((num_nonnulls(controle_id, mesure_id, fait_id) = 1))
  constraint suivi_correction_par_fkey FOREIGN KEY (par) REFERENCES organisation.agent(id)
  constraint suivi_correction_pkey PRIMARY KEY (id)
  index suivi_correction_controle_id_idx btree (controle_id) WHERE (controle_id IS NOT NULL)
  index suivi_correction_etablissement_id_idx btree (etablissement_id)
  index suivi_correction_fait_id_idx btree (fait_id) WHERE (fait_id IS NOT NULL)
  index suivi_correction_mesure_id_idx btree (mesure_id) WHERE (mesure_id IS NOT NULL)
  policy dire insert to marelle_agent with check ((etablissement_id = ANY (( SELECT acces.mes_creches('creches.suivre'::text) AS mes_creches)::uuid[])) AND (par = ( SELECT acces.agent_courant() AS agent_courant)))
  policy lire select to marelle_agent using (etablissement_id = ANY (( SELECT acces.mes_creches('creches.suivre'::text) AS mes_creches)::uuid[]))
  grant delete, insert, select, update to marelle_agent
  grant delete, insert, select, update to marelle_systeme

table eaje.suppleance
  etablissement_id uuid not null
  professionnel_id uuid not null
  rang smallint not null
  constraint suppleance_etablissement_id_fkey FOREIGN KEY (etablissement_id) REFERENCES eaje.etablissement(id) ON DELETE CASCADE
  constraint suppleance_etablissement_id_rang_key UNIQUE (etablissement_id, rang)
  constraint suppleance_pkey PRIMARY KEY (etablissement_id, professionnel_id)
  constraint suppleance_professionnel_id_fkey FOREIGN KEY (professionnel_id) REFERENCES eaje.professionnel(id) ON DELETE CASCADE
  constraint suppleance_rang_check CHECK ((rang > 0))
  policy lire select to marelle_agent using (etablissement_id = ANY (( SELECT acces.mes_creches('creches.lire'::text) AS mes_creches)::uuid[]))
  policy tenir all to marelle_agent using (etablissement_id = ANY (( SELECT acces.mes_creches('creches.tenir'::text) AS mes_creches)::uuid[])) with check (etablissement_id = ANY (( SELECT acces.mes_creches('creches.tenir'::text) AS mes_creches)::uuid[]))
  grant delete, insert, select, update to marelle_agent
  grant delete, insert, select, update to marelle_systeme

table eaje.travaux_correction
  avant jsonb not null
  dossier_id uuid not null
  etablissement_id uuid not null
  id uuid not null
  le date not null
  motif text not null
  par uuid not null
  constraint travaux_correction_dossier_id_etablissement_id_fkey FOREIGN KEY (dossier_id, etablissement_id) REFERENCES eaje.dossier_travaux(id, etablissement_id) ON DELETE CASCADE
  constraint travaux_correction_motif_check CHECK ((motif <> ''::text))
  constraint travaux_correction_par_fkey FOREIGN KEY (par) REFERENCES organisation.agent(id)
  constraint travaux_correction_pkey PRIMARY KEY (id)
  index travaux_correction_dossier_id_idx btree (dossier_id)
  index travaux_correction_etablissement_id_idx btree (etablissement_id)
  policy dire insert to marelle_agent with check ((etablissement_id = ANY (( SELECT acces.mes_creches('creches.suivre'::text) AS mes_creches)::uuid[])) AND (par = ( SELECT acces.agent_courant() AS agent_courant)))
  policy lire select to marelle_agent using (etablissement_id = ANY (( SELECT acces.mes_creches('creches.suivre'::text) AS mes_creches)::uuid[]))
  grant delete, insert, select, update to marelle_agent
  grant delete, insert, select, update to marelle_systeme

table eaje.unite_accueil
  etablissement_id uuid not null
  id uuid not null
  nom text not null
  places smallint not null
  constraint unite_accueil_etablissement_id_fkey FOREIGN KEY (etablissement_id) REFERENCES eaje.etablissement(id) ON DELETE CASCADE
  constraint unite_accueil_etablissement_id_nom_key UNIQUE (etablissement_id, nom)
  constraint unite_accueil_pkey PRIMARY KEY (id)
  constraint unite_accueil_soixante CHECK (((places >= 1) AND (places <= 60)))
  policy lire select to marelle_agent using (etablissement_id = ANY (( SELECT acces.mes_creches('creches.lire'::text) AS mes_creches)::uuid[]))
  policy tenir all to marelle_agent using (etablissement_id = ANY (( SELECT acces.mes_creches('creches.tenir'::text) AS mes_creches)::uuid[])) with check (etablissement_id = ANY (( SELECT acces.mes_creches('creches.tenir'::text) AS mes_creches)::uuid[]))
  grant delete, insert, select, update to marelle_agent
  grant delete, insert, select, update to marelle_systeme

table eaje.vacation
  debut smallint not null
  decidee_le timestamp with time zone not null default transaction_timestamp()
  decidee_par uuid
  etablissement_id uuid not null
  fin smallint not null
  id uuid not null
  jour date not null
  motif text not null default ''::text
  nature text not null
  professionnel_id uuid not null
  constraint vacation_decidee_par_fkey FOREIGN KEY (decidee_par) REFERENCES organisation.agent(id)
  constraint vacation_etablissement_id_fkey FOREIGN KEY (etablissement_id) REFERENCES eaje.etablissement(id)
  constraint vacation_heures CHECK (((debut >= 0) AND (debut < fin) AND (fin <= 1440)))
  constraint vacation_nature_check CHECK ((nature = ANY (ARRAY['POSTE'::text, 'PAUSE'::text, 'REUNION'::text, 'FORMATION'::text, 'SORTIE'::text, 'ABSENT'::text])))
  constraint vacation_pkey PRIMARY KEY (id)
  constraint vacation_professionnel_id_fkey FOREIGN KEY (professionnel_id) REFERENCES eaje.professionnel(id) ON DELETE CASCADE
  constraint vacation_un_seul_lieu EXCLUDE USING gist (professionnel_id WITH =, jour WITH =, int4range((debut)::integer, (fin)::integer) WITH &&)
  index vacation_etablissement_id_jour_idx btree (etablissement_id, jour)
  index vacation_jour_idx btree (jour)
  index vacation_professionnel_id_idx btree (professionnel_id, jour)
  trigger creches_ajout_1 noter_changement
  trigger creches_change_1 noter_changement
  trigger creches_retrait_1 noter_changement
  policy lire select to marelle_agent using ((etablissement_id = ANY (( SELECT acces.mes_creches('creches.lire'::text) AS mes_creches)::uuid[])) OR (professionnel_id IN ( SELECT p.id FROM eaje.professionnel p)))
  policy reprendre delete to marelle_agent using (professionnel_id IN ( SELECT p.id FROM eaje.professionnel p WHERE ((p.etablissement_id = ANY (( SELECT acces.mes_creches('creches.tenir'::text) AS mes_creches)::uuid[])) OR (p.etablissement_id = ANY (( SELECT acces.mes_creches('creches.accueillir'::text) AS mes_creches)::uuid[])) OR ((p.etablissement_id IS NULL) AND (p.unite_id = ANY (( SELECT acces.unites_courantes() AS unites_courantes)::uuid[])) AND ( SELECT acces.peut('creches.tenir'::text) AS peut)))))
  policy tenir all to marelle_agent using ((etablissement_id = ANY (( SELECT acces.mes_creches('creches.tenir'::text) AS mes_creches)::uuid[])) OR (etablissement_id = ANY (( SELECT acces.mes_creches('creches.accueillir'::text) AS mes_creches)::uuid[]))) with check (((etablissement_id = ANY (( SELECT acces.mes_creches('creches.tenir'::text) AS mes_creches)::uuid[])) OR (etablissement_id = ANY (( SELECT acces.mes_creches('creches.accueillir'::text) AS mes_creches)::uuid[]))) AND (decidee_par = ( SELECT acces.agent_courant() AS agent_courant)))
  grant delete, insert, select, update to marelle_agent
  grant delete, insert, select, update to marelle_systeme

table echeances.a_revoir
  marque_le timestamp with time zone not null default clock_timestamp()
  objet_id uuid not null
  transaction xid8 not null default pg_current_xact_id()
  index a_revoir_objet btree (objet_id)
  index a_revoir_transaction btree (transaction)
  grant delete, insert, select, update to marelle_systeme

table echeances.echeance
  acteur text not null
  agent_id uuid
  apparue_le timestamp with time zone not null default transaction_timestamp()
  cle text not null
  depuis date not null
  enfant_id uuid
  etablissement_id uuid
  etapes text[] not null default '{}'::text[]
  faite_le date
  gravite text not null
  id uuid not null default gen_random_uuid()
  information_id uuid
  instant timestamp with time zone
  libelle text not null
  mesure_id uuid
  objet_id uuid not null generated as COALESCE(enfant_id, information_id, etablissement_id)
  pour date not null
  regle text not null
  restreint boolean not null default false
  statut text not null
  textes jsonb
  unite_id uuid
  constraint echeance_agent_id_fkey FOREIGN KEY (agent_id) REFERENCES organisation.agent(id)
  constraint echeance_enfant_id_fkey FOREIGN KEY (enfant_id) REFERENCES enfants.enfant(id) ON DELETE CASCADE
  constraint echeance_etablissement_id_fkey FOREIGN KEY (etablissement_id) REFERENCES eaje.etablissement(id) ON DELETE CASCADE
  constraint echeance_faite CHECK (((statut = 'faite'::text) = (faite_le IS NOT NULL)))
  constraint echeance_gravite_check CHECK ((gravite = ANY (ARRAY['critique'::text, 'normale'::text, 'information'::text])))
  constraint echeance_information_id_fkey FOREIGN KEY (information_id) REFERENCES ip.information(id) ON DELETE CASCADE
  constraint echeance_objet CHECK ((num_nonnulls(enfant_id, information_id, etablissement_id) = 1))
  constraint echeance_pkey PRIMARY KEY (id)
  constraint echeance_statut_check CHECK ((statut = ANY (ARRAY['ouverte'::text, 'faite'::text, 'eteinte'::text])))
  constraint echeance_unite_id_fkey FOREIGN KEY (unite_id) REFERENCES organisation.unite(id)
  index UNIQUE echeance_objet btree (objet_id, regle, cle)
  index echeance_agent btree (agent_id, pour) WHERE ((statut = 'ouverte'::text) AND (agent_id IS NOT NULL))
  index echeance_creche btree (unite_id, pour) INCLUDE (regle, acteur, gravite, agent_id, etablissement_id, apparue_le, id) WHERE ((statut = 'ouverte'::text) AND (etablissement_id IS NOT NULL))
  index echeance_enfant btree (enfant_id) WHERE (enfant_id IS NOT NULL)
  index echeance_etablissement btree (etablissement_id) WHERE (etablissement_id IS NOT NULL)
  index echeance_information btree (information_id) WHERE (information_id IS NOT NULL)
  index echeance_ouverte btree (enfant_id, pour) INCLUDE (unite_id, restreint) WHERE (statut = 'ouverte'::text)
  index echeance_sur_information btree (pour) INCLUDE (information_id, unite_id, regle, acteur, gravite, agent_id, apparue_le, id) WHERE ((statut = 'ouverte'::text) AND (information_id IS NOT NULL))
  index echeance_unite btree (unite_id, pour) INCLUDE (regle, acteur, gravite, agent_id, enfant_id, mesure_id, apparue_le, restreint, id) WHERE (statut = 'ouverte'::text)
  policy lire select to marelle_agent using (((enfant_id IS NOT NULL) AND acces.voit_enfant(enfant_id)) OR ((information_id IS NOT NULL) AND acces.voit_information(information_id)) OR (etablissement_id = ANY (( SELECT acces.mes_creches('creches.lire'::text) AS mes_creches)::uuid[])))
  grant delete, insert, select, update to marelle_systeme
  grant select to marelle_agent

table enfants.acces_nomme
  agent_id uuid not null
  enfant_id uuid not null
  id uuid not null
  motif text not null
  periode daterange not null
  constraint acces_nomme_agent_id_fkey FOREIGN KEY (agent_id) REFERENCES organisation.agent(id)
  constraint acces_nomme_enfant_id_fkey FOREIGN KEY (enfant_id) REFERENCES enfants.enfant(id)
  constraint acces_nomme_periode_check CHECK ((NOT isempty(periode)))
  constraint acces_nomme_pkey PRIMARY KEY (id)
  constraint acces_nomme_une_fois EXCLUDE USING gist (enfant_id WITH =, agent_id WITH =, periode WITH &&)
  index acces_nomme_agent_id_idx btree (agent_id)
  policy ecrire all to marelle_agent using (( SELECT acces.peut('enfants.proteger'::text) AS peut) AND (EXISTS ( SELECT 1 FROM acces.enfants_que_je_suis s WHERE (s.enfant_id = acces_nomme.enfant_id)))) with check (( SELECT acces.peut('enfants.proteger'::text) AS peut) AND (EXISTS ( SELECT 1 FROM acces.enfants_que_je_suis s WHERE (s.enfant_id = acces_nomme.enfant_id))))
  policy lire select to marelle_agent using (EXISTS ( SELECT 1 FROM enfants.enfant e WHERE (e.id = acces_nomme.enfant_id)))
  grant delete, insert, select, update to marelle_agent
  grant delete, insert, select, update to marelle_systeme

table enfants.adresse
  code_postal text
  commune_code text
  commune_nom text
  complement text
  id uuid not null
  menage_id uuid not null
  periode daterange not null
  voie text
  constraint adresse_commune_code_fkey FOREIGN KEY (commune_code) REFERENCES organisation.commune(code)
  constraint adresse_menage_id_fkey FOREIGN KEY (menage_id) REFERENCES enfants.menage(id)
  constraint adresse_periode_check CHECK ((NOT isempty(periode)))
  constraint adresse_pkey PRIMARY KEY (id)
  constraint adresse_une_a_la_fois EXCLUDE USING gist (menage_id WITH =, periode WITH &&)
  index adresse_commune_code_idx btree (commune_code)
  index adresse_voie_normalisee btree (acces.normalise(voie))
  policy ecrire all to marelle_agent using (( SELECT acces.peut('enfants.modifier'::text) AS peut) AND acces.voit_menage(menage_id)) with check (( SELECT acces.peut('enfants.modifier'::text) AS peut) AND acces.voit_menage(menage_id))
  policy lire select to marelle_agent using acces.voit_menage(menage_id)
  grant delete, insert, select, update to marelle_agent
  grant delete, insert, select, update to marelle_systeme

table enfants.autorite_parentale
  enfant_id uuid not null
  exercice text not null
  fondement text
  id uuid not null
  organisme text
  periode daterange not null
  personne_id uuid
  titulaire boolean not null
  version integer not null default 1
  constraint autorite_parentale_check CHECK ((num_nonnulls(personne_id, organisme) = 1))
  constraint autorite_parentale_enfant_id_fkey FOREIGN KEY (enfant_id) REFERENCES enfants.enfant(id)
  constraint autorite_parentale_exercice_check CHECK ((exercice = ANY (ARRAY['conjoint'::text, 'seul'::text, 'non-exercee'::text, 'delegation-totale'::text, 'delegation-partielle'::text, 'tutelle'::text, 'retire'::text])))
  constraint autorite_parentale_organisme_check CHECK ((organisme = ANY (ARRAY['president-conseil-departemental'::text, 'prefet'::text, 'autre-service'::text])))
  constraint autorite_parentale_periode_check CHECK ((NOT isempty(periode)))
  constraint autorite_parentale_personne_id_fkey FOREIGN KEY (personne_id) REFERENCES enfants.personne(id)
  constraint autorite_parentale_pkey PRIMARY KEY (id)
  constraint autorite_une_fois EXCLUDE USING gist (enfant_id WITH =, personne_id WITH =, periode WITH &&) WHERE ((personne_id IS NOT NULL))
  index autorite_parentale_enfant_id_idx btree (enfant_id)
  index autorite_parentale_personne_id_idx btree (personne_id)
  policy ecrire all to marelle_agent using (( SELECT acces.peut('enfants.modifier'::text) AS peut) AND (EXISTS ( SELECT 1 FROM enfants.enfant e WHERE (e.id = autorite_parentale.enfant_id)))) with check (( SELECT acces.peut('enfants.modifier'::text) AS peut) AND (EXISTS ( SELECT 1 FROM enfants.enfant e WHERE (e.id = autorite_parentale.enfant_id))))
  policy lire select to marelle_agent using (EXISTS ( SELECT 1 FROM enfants.enfant e WHERE (e.id = autorite_parentale.enfant_id)))
  grant delete, insert, select, update to marelle_agent
  grant delete, insert, select, update to marelle_systeme

table enfants.autre_nom
  id uuid not null
  nature text not null
  nom text not null
  personne_id uuid not null
  prenom text
  constraint autre_nom_nature_check CHECK ((nature = ANY (ARRAY['anterieur'::text, 'pseudonyme'::text, 'transcription'::text, 'autre'::text])))
  constraint autre_nom_personne_id_fkey FOREIGN KEY (personne_id) REFERENCES enfants.personne(id) ON DELETE CASCADE
  constraint autre_nom_pkey PRIMARY KEY (id)
  index autre_nom_personne_id_idx btree (personne_id)
  trigger cles_changer autre_nom_change
  trigger repercuter_autre_nom repercuter_autre_nom
  policy ecrire all to marelle_agent using (( SELECT acces.peut('enfants.modifier'::text) AS peut) AND acces.voit_personne(personne_id)) with check (( SELECT acces.peut('enfants.modifier'::text) AS peut) AND acces.voit_personne(personne_id))
  policy lire select to marelle_agent using acces.voit_personne(personne_id)
  grant delete, insert, select, update to marelle_agent
  grant delete, insert, select, update to marelle_systeme

table enfants.bris_de_glace
  agent_id uuid not null
  enfant_id uuid not null
  expire_le timestamp with time zone not null
  explication text not null
  id uuid not null
  motif text not null
  ouvert_le timestamp with time zone not null default transaction_timestamp()
  revu_le timestamp with time zone
  revu_par uuid
  revue text
  revue_commentaire text
  constraint bris_de_glace_agent_id_fkey FOREIGN KEY (agent_id) REFERENCES organisation.agent(id)
  constraint bris_de_glace_check CHECK ((expire_le > ouvert_le))
  constraint bris_de_glace_check1 CHECK ((revu_par <> agent_id))
  constraint bris_de_glace_check2 CHECK ((num_nonnulls(revu_le, revu_par, revue) = ANY (ARRAY[0, 3])))
  constraint bris_de_glace_enfant_id_fkey FOREIGN KEY (enfant_id) REFERENCES enfants.enfant(id)
  constraint bris_de_glace_explication_check CHECK ((length(btrim(explication)) >= 10))
  constraint bris_de_glace_motif_check CHECK ((motif = ANY (ARRAY['urgence'::text, 'astreinte'::text, 'demande-judiciaire'::text, 'continuite'::text, 'autre'::text])))
  constraint bris_de_glace_pkey PRIMARY KEY (id)
  constraint bris_de_glace_revu_par_fkey FOREIGN KEY (revu_par) REFERENCES organisation.agent(id)
  constraint bris_de_glace_revue_check CHECK ((revue = ANY (ARRAY['justifie'::text, 'a-expliquer'::text, 'injustifie'::text])))
  index bris_de_glace_agent_id_enfant_id_idx btree (agent_id, enfant_id)
  index bris_de_glace_enfant_id_idx btree (enfant_id)
  policy lire select to marelle_agent using ((agent_id = ( SELECT acces.agent_courant() AS agent_courant)) OR ( SELECT acces.peut('acces.revoir'::text) AS peut) OR (EXISTS ( SELECT 1 FROM enfants.enfant e WHERE (e.id = bris_de_glace.enfant_id))))
  policy revoir update to marelle_agent using (( SELECT acces.peut('acces.revoir'::text) AS peut) AND (agent_id <> ( SELECT acces.agent_courant() AS agent_courant))) with check (( SELECT acces.peut('acces.revoir'::text) AS peut) AND (agent_id <> ( SELECT acces.agent_courant() AS agent_courant)) AND (revu_par = ( SELECT acces.agent_courant() AS agent_courant)))
  grant delete, insert, select, update to marelle_systeme
  grant select to marelle_agent

table enfants.doublon
  autre_id uuid not null
  personne_id uuid not null
  raison text not null
  rang integer not null
  constraint doublon_check CHECK ((personne_id < autre_id))
  constraint doublon_pkey PRIMARY KEY (personne_id, autre_id)
  index doublon_rang_idx btree (rang)
  grant delete, insert, select, update to marelle_systeme

table enfants.enfant
  clos_le date
  cree_le timestamp with time zone not null default transaction_timestamp()
  cree_par uuid
  id uuid not null
  numero text not null
  ouvert_le date not null
  restreint boolean not null default false
  version integer not null default 1
  constraint enfant_check CHECK ((clos_le >= ouvert_le))
  constraint enfant_cree_par_fkey FOREIGN KEY (cree_par) REFERENCES organisation.agent(id)
  constraint enfant_id_fkey FOREIGN KEY (id) REFERENCES enfants.personne(id)
  constraint enfant_numero_key UNIQUE (numero)
  constraint enfant_pkey PRIMARY KEY (id)
  index enfant_id_idx btree (id) WHERE restreint
  index enfant_restreint btree (id) WHERE restreint
  trigger echeances_changer marquer
  trigger echeances_creer marquer
  trigger echeances_effacer marquer
  trigger garder_fermeture garder_fermeture
  trigger garder_restriction garder_restriction
  trigger signer_creation signer_creation
  policy creer insert to marelle_agent with check ( SELECT acces.peut('enfants.creer'::text) AS peut)
  policy lire select to marelle_agent using ( CASE WHEN restreint THEN (EXISTS ( SELECT 1 FROM acces.mes_enfants_nommes n WHERE (n.enfant_id = enfant.id))) ELSE (EXISTS ( SELECT 1 FROM acces.mes_enfants m WHERE (m.enfant_id = enfant.id))) END OR ((cree_le = transaction_timestamp()) AND (cree_par = ( SELECT acces.agent_courant() AS agent_courant))))
  policy modifier update to marelle_agent using (( SELECT acces.peut('enfants.modifier'::text) AS peut) OR ( SELECT acces.peut('enfants.proteger'::text) AS peut)) with check (( SELECT acces.peut('enfants.modifier'::text) AS peut) OR ( SELECT acces.peut('enfants.proteger'::text) AS peut))
  grant delete, insert, select, update to marelle_agent
  grant delete, insert, select, update to marelle_systeme

table enfants.fusion
  absorbee_id uuid not null
  annulee_le timestamp with time zone
  annulee_par uuid
  deplacements jsonb not null
  faite_le timestamp with time zone not null default transaction_timestamp()
  faite_par uuid not null
  gardee_id uuid not null
  id uuid not null
  motif text not null
  constraint fusion_absorbee_id_fkey FOREIGN KEY (absorbee_id) REFERENCES enfants.personne(id)
  constraint fusion_annulee_par_fkey FOREIGN KEY (annulee_par) REFERENCES organisation.agent(id)
  constraint fusion_check CHECK ((absorbee_id <> gardee_id))
  constraint fusion_faite_par_fkey FOREIGN KEY (faite_par) REFERENCES organisation.agent(id)
  constraint fusion_gardee_id_fkey FOREIGN KEY (gardee_id) REFERENCES enfants.personne(id)
  constraint fusion_pkey PRIMARY KEY (id)
  index UNIQUE fusion_en_cours btree (absorbee_id) WHERE (annulee_le IS NULL)
  index fusion_gardee_id_idx btree (gardee_id)
  policy lire select to marelle_agent using (EXISTS ( SELECT 1 FROM enfants.personne p WHERE (p.id = fusion.gardee_id)))
  grant delete, insert, select, update to marelle_systeme
  grant select to marelle_agent

table enfants.lien
  commentaire text
  enfant_id uuid not null
  filiation text
  id uuid not null
  periode daterange not null
  personne_id uuid not null
  qualite text not null
  version integer not null default 1
  constraint lien_check CHECK ((personne_id <> enfant_id))
  constraint lien_check1 CHECK (((filiation IS NOT NULL) = (qualite = ANY (ARRAY['mere'::text, 'pere'::text, 'parent'::text]))))
  constraint lien_enfant_id_fkey FOREIGN KEY (enfant_id) REFERENCES enfants.enfant(id)
  constraint lien_filiation_check CHECK ((filiation = ANY (ARRAY['etablie'::text, 'contestee'::text, 'adoption-pleniere'::text, 'adoption-simple'::text, 'non-etablie'::text])))
  constraint lien_periode_check CHECK ((NOT isempty(periode)))
  constraint lien_personne_id_fkey FOREIGN KEY (personne_id) REFERENCES enfants.personne(id)
  constraint lien_pkey PRIMARY KEY (id)
  constraint lien_qualite_check CHECK ((qualite = ANY (ARRAY['mere'::text, 'pere'::text, 'parent'::text, 'beau-parent'::text, 'frere-soeur'::text, 'grand-parent'::text, 'oncle-tante'::text, 'tiers-digne-de-confiance'::text, 'personne-de-confiance'::text, 'parrain-marraine'::text, 'autre-proche'::text])))
  constraint lien_une_fois EXCLUDE USING gist (((((enfant_id)::text || (personne_id)::text) || qualite)) WITH =, periode WITH &&)
  index lien_enfant_id_idx btree (enfant_id)
  index lien_personne_enfant btree (personne_id, enfant_id)
  policy ecrire all to marelle_agent using (( SELECT acces.peut('enfants.modifier'::text) AS peut) AND (EXISTS ( SELECT 1 FROM enfants.enfant e WHERE (e.id = lien.enfant_id)))) with check (( SELECT acces.peut('enfants.modifier'::text) AS peut) AND (EXISTS ( SELECT 1 FROM enfants.enfant e WHERE (e.id = lien.enfant_id))) AND (EXISTS ( SELECT 1 FROM acces.mes_personnes p WHERE (p.id = lien.personne_id))))
  policy lire select to marelle_agent using (EXISTS ( SELECT 1 FROM enfants.enfant e WHERE (e.id = lien.enfant_id)))
  grant delete, insert, select, update to marelle_agent
  grant delete, insert, select, update to marelle_systeme

table enfants.menage
  cree_le timestamp with time zone not null default transaction_timestamp()
  cree_par uuid
  id uuid not null
  libelle text not null
  version integer not null default 1
  constraint menage_cree_par_fkey FOREIGN KEY (cree_par) REFERENCES organisation.agent(id)
  constraint menage_pkey PRIMARY KEY (id)
  trigger signer_creation signer_creation
  policy creer insert to marelle_agent with check ( SELECT acces.peut('enfants.modifier'::text) AS peut)
  policy lire select to marelle_agent using acces.voit_menage(id)
  policy modifier update to marelle_agent using ( SELECT acces.peut('enfants.modifier'::text) AS peut) with check ( SELECT acces.peut('enfants.modifier'::text) AS peut)
  grant delete, insert, select, update to marelle_agent
  grant delete, insert, select, update to marelle_systeme

table enfants.menage_membre
  id uuid not null
  menage_id uuid not null
  periode daterange not null
  personne_id uuid not null
  residence text not null
  constraint menage_membre_menage_id_fkey FOREIGN KEY (menage_id) REFERENCES enfants.menage(id)
  constraint menage_membre_periode_check CHECK ((NOT isempty(periode)))
  constraint menage_membre_personne_id_fkey FOREIGN KEY (personne_id) REFERENCES enfants.personne(id)
  constraint menage_membre_pkey PRIMARY KEY (id)
  constraint menage_membre_residence_check CHECK ((residence = ANY (ARRAY['principale'::text, 'alternee'::text, 'occasionnelle'::text])))
  constraint menage_membre_une_fois EXCLUDE USING gist ((((menage_id)::text || (personne_id)::text)) WITH =, periode WITH &&)
  index menage_membre_menage_id_idx btree (menage_id)
  index menage_membre_menage_id_idx1 btree (menage_id)
  index menage_membre_personne_id_idx btree (personne_id)
  policy ecrire all to marelle_agent using (( SELECT acces.peut('enfants.modifier'::text) AS peut) AND acces.voit_personne(personne_id)) with check (( SELECT acces.peut('enfants.modifier'::text) AS peut) AND acces.voit_personne(personne_id) AND acces.voit_menage(menage_id))
  policy lire select to marelle_agent using acces.voit_personne(personne_id)
  grant delete, insert, select, update to marelle_agent
  grant delete, insert, select, update to marelle_systeme

table enfants.mission
  agent_id uuid
  enfant_id uuid not null
  id uuid not null
  motif text
  nature text not null
  periode daterange not null
  unite_id uuid
  version integer not null default 1
  constraint mission_agent_id_fkey FOREIGN KEY (agent_id) REFERENCES organisation.agent(id)
  constraint mission_check CHECK ((num_nonnulls(agent_id, unite_id) = 1))
  constraint mission_check1 CHECK (((nature = 'territoire'::text) <= (unite_id IS NOT NULL)))
  constraint mission_check2 CHECK (((nature = 'referent'::text) <= (agent_id IS NOT NULL)))
  constraint mission_enfant_id_fkey FOREIGN KEY (enfant_id) REFERENCES enfants.enfant(id)
  constraint mission_nature_check CHECK ((nature = ANY (ARRAY['referent'::text, 'equipe'::text, 'territoire'::text, 'evaluation'::text, 'instance'::text, 'astreinte'::text, 'delegation'::text])))
  constraint mission_periode_check CHECK ((NOT isempty(periode)))
  constraint mission_pkey PRIMARY KEY (id)
  constraint mission_un_referent EXCLUDE USING gist (((enfant_id)::text) WITH =, periode WITH &&) WHERE ((nature = 'referent'::text))
  constraint mission_un_territoire EXCLUDE USING gist (((enfant_id)::text) WITH =, periode WITH &&) WHERE ((nature = 'territoire'::text))
  constraint mission_unite_id_fkey FOREIGN KEY (unite_id) REFERENCES organisation.unite(id)
  index mission_agent_id_enfant_id_idx btree (agent_id, enfant_id) WHERE (agent_id IS NOT NULL)
  index mission_enfant btree (enfant_id) INCLUDE (periode, nature, agent_id, unite_id)
  index mission_unite_enfant btree (unite_id, enfant_id) INCLUDE (periode) WHERE (unite_id IS NOT NULL)
  index mission_unite_suivi btree (unite_id) INCLUDE (enfant_id, periode) WHERE ((unite_id IS NOT NULL) AND (nature <> 'territoire'::text))
  trigger echeances_changer marquer
  trigger echeances_creer marquer
  trigger echeances_effacer marquer
  trigger mesures_suivre_changee suivre_missions
  trigger mesures_suivre_creee suivre_missions
  policy ecrire all to marelle_agent using (( SELECT acces.peut('enfants.affecter'::text) AS peut) AND (EXISTS ( SELECT 1 FROM acces.enfants_que_je_suis s WHERE (s.enfant_id = mission.enfant_id)))) with check (( SELECT acces.peut('enfants.affecter'::text) AS peut) AND (EXISTS ( SELECT 1 FROM acces.enfants_que_je_suis s WHERE (s.enfant_id = mission.enfant_id))))
  policy lire select to marelle_agent using (EXISTS ( SELECT 1 FROM enfants.enfant e WHERE (e.id = mission.enfant_id)))
  policy ouvrir insert to marelle_agent with check (( SELECT acces.peut('enfants.creer'::text) AS peut) AND (nature = 'territoire'::text) AND (EXISTS ( SELECT 1 FROM enfants.enfant e WHERE ((e.id = mission.enfant_id) AND (e.cree_le = transaction_timestamp()) AND (e.cree_par = ( SELECT acces.agent_courant() AS agent_courant))))))
  policy rouvrir insert to marelle_agent with check ((nature = 'territoire'::text) AND (unite_id = ANY (( SELECT acces.unites_courantes() AS unites_courantes)::uuid[])) AND (EXISTS ( SELECT 1 FROM acces.enfants_a_rouvrir r WHERE (r.enfant_id = mission.enfant_id))))
  grant delete, insert, select, update to marelle_agent
  grant delete, insert, select, update to marelle_systeme

table enfants.partenaire
  commune_code text
  commune_nom text
  courriel text
  id uuid not null
  interlocuteur text
  nature text not null
  nom text not null
  telephone text
  tri text generated as acces.normalise(nom)
  version integer not null default 1
  constraint partenaire_commune_code_fkey FOREIGN KEY (commune_code) REFERENCES organisation.commune(code)
  constraint partenaire_nature_check CHECK ((nature = ANY (ARRAY['ecole'::text, 'medecin'::text, 'juridiction'::text, 'avocat'::text, 'soin'::text, 'mdph'::text, 'association'::text, 'autre'::text])))
  constraint partenaire_pkey PRIMARY KEY (id)
  index partenaire_tri_idx gin (tri public.gin_trgm_ops)
  policy ecrire all to marelle_agent using ( SELECT acces.peut('enfants.modifier'::text) AS peut) with check ( SELECT acces.peut('enfants.modifier'::text) AS peut)
  policy lire select to marelle_agent using ( SELECT acces.session_ouverte() AS session_ouverte)
  grant delete, insert, select, update to marelle_agent
  grant delete, insert, select, update to marelle_systeme

table enfants.partenaire_enfant
  commentaire text
  enfant_id uuid not null
  id uuid not null
  partenaire_id uuid not null
  periode daterange not null
  qualite text not null
  version integer not null default 1
  constraint partenaire_enfant_enfant_id_fkey FOREIGN KEY (enfant_id) REFERENCES enfants.enfant(id)
  constraint partenaire_enfant_partenaire_id_fkey FOREIGN KEY (partenaire_id) REFERENCES enfants.partenaire(id)
  constraint partenaire_enfant_periode_check CHECK ((NOT isempty(periode)))
  constraint partenaire_enfant_pkey PRIMARY KEY (id)
  constraint partenaire_enfant_qualite_check CHECK ((qualite = ANY (ARRAY['scolarite'::text, 'medecin-traitant'::text, 'specialiste'::text, 'juge-des-enfants'::text, 'juge-aux-affaires-familiales'::text, 'avocat'::text, 'administrateur-ad-hoc'::text, 'mdph'::text, 'autre'::text])))
  index partenaire_enfant_enfant_id_idx btree (enfant_id)
  index partenaire_enfant_partenaire_id_idx btree (partenaire_id)
  policy ecrire all to marelle_agent using (( SELECT acces.peut('enfants.modifier'::text) AS peut) AND (EXISTS ( SELECT 1 FROM enfants.enfant e WHERE (e.id = partenaire_enfant.enfant_id)))) with check (( SELECT acces.peut('enfants.modifier'::text) AS peut) AND (EXISTS ( SELECT 1 FROM enfants.enfant e WHERE (e.id = partenaire_enfant.enfant_id))))
  policy lire select to marelle_agent using (EXISTS ( SELECT 1 FROM enfants.enfant e WHERE (e.id = partenaire_enfant.enfant_id)))
  grant delete, insert, select, update to marelle_agent
  grant delete, insert, select, update to marelle_systeme

table enfants.personne
  autres_prenoms text
  courriel text
  cree_le timestamp with time zone not null default transaction_timestamp()
  cree_par uuid
  date_deces date
  date_naissance date
  fusionnee_dans uuid
  id uuid not null
  lieu_naissance text
  naissance_precision text not null default 'exacte'::text
  nom text not null
  nom_usage text
  prenom text not null
  recherche text not null default ''::text
  sexe text not null default 'inconnu'::text
  telephone text
  tri text generated as acces.normalise(((nom || ' '::text) || prenom))
  version integer not null default 1
  constraint personne_check CHECK ((date_deces >= date_naissance))
  constraint personne_check1 CHECK ((fusionnee_dans <> id))
  constraint personne_check2 CHECK (((date_naissance IS NULL) = (naissance_precision = 'inconnue'::text)))
  constraint personne_cree_par_fkey FOREIGN KEY (cree_par) REFERENCES organisation.agent(id)
  constraint personne_fusionnee_dans_fkey FOREIGN KEY (fusionnee_dans) REFERENCES enfants.personne(id)
  constraint personne_naissance_precision_check CHECK ((naissance_precision = ANY (ARRAY['exacte'::text, 'mois'::text, 'annee'::text, 'declaree'::text, 'judiciaire'::text, 'inconnue'::text])))
  constraint personne_pkey PRIMARY KEY (id)
  constraint personne_sexe_check CHECK ((sexe = ANY (ARRAY['feminin'::text, 'masculin'::text, 'inconnu'::text])))
  index personne_cree_le_idx btree (cree_le)
  index personne_date_naissance_idx btree (date_naissance)
  index personne_fusionnee_dans_idx btree (fusionnee_dans) WHERE (fusionnee_dans IS NOT NULL)
  index personne_recherche_idx gin (recherche public.gin_trgm_ops)
  index personne_tri_id_idx btree (tri, id)
  trigger cles_changer personne_changee
  trigger cles_creer personne_creee
  trigger cles_effacer personne_effacee
  trigger doublons_demander demander_doublons
  trigger echeances_changer marquer_naissance
  trigger garder_recherche garder_recherche
  trigger signer_creation signer_creation
  policy creer insert to marelle_agent with check (( SELECT acces.peut('enfants.creer'::text) AS peut) OR ( SELECT acces.peut('enfants.modifier'::text) AS peut))
  policy lire select to marelle_agent using ((EXISTS ( SELECT 1 FROM enfants.enfant e WHERE (e.id = personne.id))) OR ((EXISTS ( SELECT 1 FROM enfants.lien l WHERE (l.personne_id = personne.id))) AND (NOT (EXISTS ( SELECT 1 FROM acces.enfants_restreints r WHERE (r.id = personne.id))))) OR ((cree_le = transaction_timestamp()) AND (cree_par = ( SELECT acces.agent_courant() AS agent_courant))))
  policy modifier update to marelle_agent using (( SELECT acces.peut('enfants.modifier'::text) AS peut) AND ((EXISTS ( SELECT 1 FROM enfants.enfant e WHERE (e.id = personne.id))) OR (NOT acces.est_enfant(id)))) with check ( SELECT acces.peut('enfants.modifier'::text) AS peut)
  grant delete, insert, select, update to marelle_agent
  grant delete, insert, select, update to marelle_systeme

table enfants.relais
  agent_id uuid not null
  cree_le timestamp with time zone not null default transaction_timestamp()
  id uuid not null
  motif text not null
  par_id uuid not null default acces.agent_courant()
  periode daterange not null
  relais_id uuid not null
  version integer not null default 1
  constraint relais_agent_id_fkey FOREIGN KEY (agent_id) REFERENCES organisation.agent(id)
  constraint relais_borne CHECK ((isempty(periode) OR (NOT (lower_inf(periode) OR upper_inf(periode)))))
  constraint relais_d_un_autre CHECK ((agent_id <> relais_id))
  constraint relais_par_id_fkey FOREIGN KEY (par_id) REFERENCES organisation.agent(id)
  constraint relais_pkey PRIMARY KEY (id)
  constraint relais_relais_id_fkey FOREIGN KEY (relais_id) REFERENCES organisation.agent(id)
  constraint relais_un_a_la_fois EXCLUDE USING gist (((agent_id)::text) WITH =, periode WITH &&)
  index relais_agent btree (agent_id)
  index relais_par btree (par_id)
  index relais_relais btree (relais_id) INCLUDE (periode, agent_id)
  policy confier insert to marelle_agent with check ((par_id = ( SELECT acces.agent_courant() AS agent_courant)) AND (lower(periode) >= ( SELECT acces.aujourdhui() AS aujourdhui)) AND acces.peut_confier(agent_id) AND (relais_id IN ( SELECT c.id FROM acces.collegues_de(relais.agent_id) c(id))))
  policy lire select to marelle_agent using ((relais_id = ( SELECT acces.agent_courant() AS agent_courant)) OR acces.peut_confier(agent_id))
  grant delete, insert, select, update to marelle_systeme
  grant insert, select to marelle_agent

table enfants.reouverture
  clos_le date not null
  cree_le timestamp with time zone not null default transaction_timestamp()
  cree_par uuid default acces.agent_courant()
  enfant_id uuid not null
  explication text not null
  id uuid not null
  motif text not null
  rouvert_le date not null
  constraint reouverture_cree_par_fkey FOREIGN KEY (cree_par) REFERENCES organisation.agent(id)
  constraint reouverture_enfant_id_fkey FOREIGN KEY (enfant_id) REFERENCES enfants.enfant(id)
  constraint reouverture_explication_check CHECK ((length(TRIM(BOTH FROM explication)) >= 10))
  constraint reouverture_motif_check CHECK ((motif = ANY (ARRAY['information'::text, 'mesure'::text, 'demande'::text, 'erreur'::text, 'autre'::text])))
  constraint reouverture_pkey PRIMARY KEY (id)
  index reouverture_cree_par_idx btree (cree_par)
  index reouverture_enfant_id_idx btree (enfant_id)
  policy inscrire insert to marelle_agent with check (EXISTS ( SELECT 1 FROM acces.enfants_a_rouvrir r WHERE (r.enfant_id = reouverture.enfant_id)))
  policy lire select to marelle_agent using (EXISTS ( SELECT 1 FROM enfants.enfant e WHERE (e.id = reouverture.enfant_id)))
  grant delete, insert, select, update to marelle_systeme
  grant insert, select to marelle_agent

table enfants.statut
  code text not null
  enfant_id uuid not null
  fondement text
  id uuid not null
  periode daterange not null
  version integer not null default 1
  constraint statut_code_check CHECK ((code = ANY (ARRAY['autorite-parentale'::text, 'delegation-autorite-parentale'::text, 'tutelle-departementale'::text, 'tutelle-familiale'::text, 'pupille-provisoire'::text, 'pupille-definitif'::text, 'emancipe'::text, 'majeur'::text, 'a-determiner'::text])))
  constraint statut_enfant_id_fkey FOREIGN KEY (enfant_id) REFERENCES enfants.enfant(id)
  constraint statut_periode_check CHECK ((NOT isempty(periode)))
  constraint statut_pkey PRIMARY KEY (id)
  constraint statut_un_a_la_fois EXCLUDE USING gist (((enfant_id)::text) WITH =, periode WITH &&)
  index statut_enfant btree (enfant_id) INCLUDE (periode, code)
  trigger echeances_changer marquer
  trigger echeances_creer marquer
  trigger echeances_effacer marquer
  policy ecrire all to marelle_agent using (( SELECT acces.peut('enfants.modifier'::text) AS peut) AND (EXISTS ( SELECT 1 FROM enfants.enfant e WHERE (e.id = statut.enfant_id)))) with check (( SELECT acces.peut('enfants.modifier'::text) AS peut) AND (EXISTS ( SELECT 1 FROM enfants.enfant e WHERE (e.id = statut.enfant_id))))
  policy lire select to marelle_agent using (EXISTS ( SELECT 1 FROM enfants.enfant e WHERE (e.id = statut.enfant_id)))
  grant delete, insert, select, update to marelle_agent
  grant delete, insert, select, update to marelle_systeme

table ip.acte
  acte text not null
  detail jsonb not null default '{}'::jsonb
  etat_apres text not null
  etat_avant text
  id uuid not null
  information_id uuid not null
  le timestamp with time zone not null default transaction_timestamp()
  motif text
  par_id uuid
  rang bigint not null
  constraint acte_information_id_fkey FOREIGN KEY (information_id) REFERENCES ip.information(id) ON DELETE CASCADE
  constraint acte_par_id_fkey FOREIGN KEY (par_id) REFERENCES organisation.agent(id)
  constraint acte_pkey PRIMARY KEY (id)
  index acte_information_id_rang_idx btree (information_id, rang)
  policy inscrire insert to marelle_agent with check (acces.conduit_information(information_id) AND (par_id = ( SELECT acces.agent_courant() AS agent_courant)))
  policy lire select to marelle_agent using acces.voit_information(information_id)
  grant delete, insert, select, update to marelle_systeme
  grant insert, select to marelle_agent

table ip.adulte
  date_naissance date
  id uuid not null
  identite_tri text generated as CASE WHEN ((nom IS NOT NULL) AND (prenom IS NOT NULL)) THEN acces.normalise(((nom || ' '::text) || prenom)) ELSE NULL::text END
  information_id uuid not null
  nom text
  personne_id uuid
  prenom text
  qualite text not null
  rang integer not null
  telephone text
  titulaire boolean not null default true
  constraint adulte_information_id_fkey FOREIGN KEY (information_id) REFERENCES ip.information(id) ON DELETE CASCADE
  constraint adulte_personne_id_fkey FOREIGN KEY (personne_id) REFERENCES enfants.personne(id)
  constraint adulte_pkey PRIMARY KEY (id)
  constraint adulte_qualite_check CHECK ((qualite = ANY (ARRAY['mere'::text, 'pere'::text, 'parent'::text, 'beau-parent'::text, 'grand-parent'::text, 'tuteur'::text, 'autre'::text])))
  constraint adulte_rang UNIQUE (information_id, rang)
  index adulte_identite_tri_idx btree (identite_tri) WHERE (identite_tri IS NOT NULL)
  index adulte_personne_id_idx btree (personne_id) WHERE (personne_id IS NOT NULL)
  policy ecrire all to marelle_agent using acces.conduit_information(information_id) with check acces.conduit_information(information_id)
  policy lire select to marelle_agent using acces.voit_information(information_id)
  grant delete, insert, select, update to marelle_agent
  grant delete, insert, select, update to marelle_systeme

table ip.auteur
  adresse text
  anonymat_demande boolean not null default false
  courriel text
  information_id uuid not null
  nom text
  organisme text
  qualite text
  telephone text
  constraint auteur_information_id_fkey FOREIGN KEY (information_id) REFERENCES ip.information(id) ON DELETE CASCADE
  constraint auteur_pkey PRIMARY KEY (information_id)
  policy corriger update to marelle_agent using (( SELECT acces.peut('ip.recueillir'::text) AS peut) AND acces.conduit_information(information_id)) with check (( SELECT acces.peut('ip.recueillir'::text) AS peut) AND acces.conduit_information(information_id))
  policy inscrire insert to marelle_agent with check (( SELECT acces.peut('ip.recueillir'::text) AS peut) AND acces.conduit_information(information_id))
  policy lire select to marelle_agent using (acces.conduit_information(information_id) AND ((NOT anonymat_demande) OR ( SELECT acces.peut('ip.lire-auteur'::text) AS peut)))
  grant delete, insert, select, update to marelle_systeme
  grant insert, select, update to marelle_agent

table ip.avis
  adulte_id uuid
  aupres text not null
  id uuid not null
  information_id uuid not null
  le date not null
  mineur_id uuid
  motif_absence text
  par_id uuid
  qui text
  recueilli boolean not null
  teneur text
  version integer not null default 1
  constraint avis_adulte_id_fkey FOREIGN KEY (adulte_id) REFERENCES ip.adulte(id) ON DELETE CASCADE
  constraint avis_aupres_check CHECK ((aupres = ANY (ARRAY['mineur'::text, 'titulaire'::text, 'entourage'::text, 'professionnel'::text])))
  constraint avis_check CHECK ((recueilli = (motif_absence IS NULL)))
  constraint avis_check1 CHECK ((recueilli <= (teneur IS NOT NULL)))
  constraint avis_check2 CHECK (((aupres = 'mineur'::text) = (mineur_id IS NOT NULL)))
  constraint avis_check3 CHECK (((adulte_id IS NULL) OR (aupres = 'titulaire'::text)))
  constraint avis_information_id_fkey FOREIGN KEY (information_id) REFERENCES ip.information(id) ON DELETE CASCADE
  constraint avis_mineur_id_fkey FOREIGN KEY (mineur_id) REFERENCES ip.mineur(id) ON DELETE CASCADE
  constraint avis_par_id_fkey FOREIGN KEY (par_id) REFERENCES organisation.agent(id)
  constraint avis_pkey PRIMARY KEY (id)
  index avis_adulte_id_idx btree (adulte_id) WHERE (adulte_id IS NOT NULL)
  index avis_information_id_idx btree (information_id)
  index avis_mineur_id_idx btree (mineur_id) WHERE (mineur_id IS NOT NULL)
  policy ecrire all to marelle_agent using acces.evalue_information(information_id) with check (acces.evalue_information(information_id) AND (par_id = ( SELECT acces.agent_courant() AS agent_courant)))
  policy lire select to marelle_agent using acces.voit_information(information_id)
  grant delete, insert, select, update to marelle_systeme
  grant insert, select, update to marelle_agent

table ip.brouillon
  agent_id uuid not null
  champs jsonb not null
  garde_le timestamp with time zone not null default transaction_timestamp()
  id uuid not null
  information_id uuid
  page text not null
  constraint brouillon_agent_id_fkey FOREIGN KEY (agent_id) REFERENCES organisation.agent(id)
  constraint brouillon_information_id_fkey FOREIGN KEY (information_id) REFERENCES ip.information(id) ON DELETE CASCADE
  constraint brouillon_pkey PRIMARY KEY (id)
  constraint brouillon_un_par_page UNIQUE (agent_id, page, information_id)
  policy garder all to marelle_agent using (agent_id = ( SELECT acces.agent_courant() AS agent_courant)) with check (agent_id = ( SELECT acces.agent_courant() AS agent_courant))
  grant delete, insert, select, update to marelle_agent
  grant delete, insert, select, update to marelle_systeme

table ip.brouillon_piece
  brouillon_id uuid not null
  contenu bytea not null
  empreinte bytea not null generated as sha256(contenu)
  id uuid not null
  nom text not null
  taille integer not null
  constraint brouillon_piece_brouillon_id_fkey FOREIGN KEY (brouillon_id) REFERENCES ip.brouillon(id) ON DELETE CASCADE
  constraint brouillon_piece_pkey PRIMARY KEY (id)
  constraint brouillon_piece_taille_check CHECK (((taille >= 1) AND (taille <= 15728640)))
  constraint brouillon_piece_une_fois UNIQUE (brouillon_id, nom, empreinte)
  policy garder all to marelle_agent using (EXISTS ( SELECT 1 FROM ip.brouillon b WHERE (b.id = brouillon_piece.brouillon_id))) with check (EXISTS ( SELECT 1 FROM ip.brouillon b WHERE (b.id = brouillon_piece.brouillon_id)))
  grant delete, insert, select to marelle_agent
  grant delete, insert, select, update to marelle_systeme

table ip.decision
  arrete_numero text not null
  decidee_le date not null
  decision text not null
  information_id uuid not null
  motif text not null
  motif_ecart text
  signataire_id uuid not null
  constraint decision_decision_check CHECK ((decision = ANY (ARRAY['classement'::text, 'actions-adaptees'::text, 'saisine'::text])))
  constraint decision_information_id_fkey FOREIGN KEY (information_id) REFERENCES ip.information(id) ON DELETE CASCADE
  constraint decision_pkey PRIMARY KEY (information_id)
  constraint decision_signataire_id_fkey FOREIGN KEY (signataire_id) REFERENCES organisation.agent(id)
  policy decider insert to marelle_agent with check (( SELECT acces.peut('ip.decider'::text) AS peut) AND (signataire_id = ( SELECT acces.agent_courant() AS agent_courant)) AND (decidee_le = ( SELECT acces.aujourdhui() AS aujourdhui)) AND acces.conduit_information(information_id) AND acces.signature_vaut(signataire_id, 'ip.decider'::text, ( SELECT i.unite_id FROM ip.information i WHERE (i.id = decision.information_id)), decidee_le) AND (EXISTS ( SELECT 1 FROM ip.rapport r WHERE ((r.information_id = decision.information_id) AND (r.valide_le IS NOT NULL)))))
  policy lire select to marelle_agent using acces.voit_information(information_id)
  grant delete, insert, select, update to marelle_systeme
  grant insert, select to marelle_agent

table ip.distinction
  adulte_id uuid
  id uuid not null
  le timestamp with time zone not null default transaction_timestamp()
  mineur_id uuid
  par_id uuid
  personne_id uuid not null
  constraint distinction_adulte_id_fkey FOREIGN KEY (adulte_id) REFERENCES ip.adulte(id) ON DELETE CASCADE
  constraint distinction_check CHECK ((num_nonnulls(mineur_id, adulte_id) = 1))
  constraint distinction_dite UNIQUE NULLS NOT DISTINCT (mineur_id, adulte_id, personne_id)
  constraint distinction_mineur_id_fkey FOREIGN KEY (mineur_id) REFERENCES ip.mineur(id) ON DELETE CASCADE
  constraint distinction_par_id_fkey FOREIGN KEY (par_id) REFERENCES organisation.agent(id)
  constraint distinction_personne_id_fkey FOREIGN KEY (personne_id) REFERENCES enfants.personne(id) ON DELETE CASCADE
  constraint distinction_pkey PRIMARY KEY (id)
  index distinction_adulte_id_idx btree (adulte_id) WHERE (adulte_id IS NOT NULL)
  index distinction_personne_id_idx btree (personne_id)
  policy dire insert to marelle_agent with check ((par_id = ( SELECT acces.agent_courant() AS agent_courant)) AND acces.reconnait_personne(personne_id) AND ((EXISTS ( SELECT 1 FROM ip.mineur m WHERE ((m.id = distinction.mineur_id) AND acces.conduit_information(m.information_id)))) OR (EXISTS ( SELECT 1 FROM ip.adulte a WHERE ((a.id = distinction.adulte_id) AND acces.conduit_information(a.information_id))))))
  policy lire select to marelle_agent using ((EXISTS ( SELECT 1 FROM ip.mineur m WHERE ((m.id = distinction.mineur_id) AND acces.voit_information(m.information_id)))) OR (EXISTS ( SELECT 1 FROM ip.adulte a WHERE ((a.id = distinction.adulte_id) AND acces.voit_information(a.information_id)))))
  grant delete, insert, select, update to marelle_systeme
  grant insert, select to marelle_agent

table ip.ecrit
  id uuid not null
  information_id uuid not null
  nature text not null
  par_id uuid not null
  produit_le timestamp with time zone not null default transaction_timestamp()
  signalement_id uuid
  constraint ecrit_check CHECK (((nature = 'saisine'::text) = (signalement_id IS NOT NULL)))
  constraint ecrit_information_id_fkey FOREIGN KEY (information_id) REFERENCES ip.information(id) ON DELETE CASCADE
  constraint ecrit_nature_check CHECK ((nature = ANY (ARRAY['accuse-reception'::text, 'parents-evaluation'::text, 'parents-suites'::text, 'rapport-evaluation'::text, 'saisine'::text, 'transfert'::text, 'source-suites'::text])))
  constraint ecrit_par_id_fkey FOREIGN KEY (par_id) REFERENCES organisation.agent(id)
  constraint ecrit_pkey PRIMARY KEY (id)
  constraint ecrit_signalement_id_fkey FOREIGN KEY (signalement_id) REFERENCES ip.signalement(id) ON DELETE CASCADE
  index ecrit_information_id_produit_le_idx btree (information_id, produit_le DESC)
  index ecrit_signalement_id_idx btree (signalement_id) WHERE (signalement_id IS NOT NULL)
  policy lire select to marelle_agent using acces.conduit_information(information_id)
  policy produire insert to marelle_agent with check (acces.conduit_information(information_id) AND (par_id = ( SELECT acces.agent_courant() AS agent_courant)) AND (produit_le = transaction_timestamp()) AND ((signalement_id IS NULL) OR (EXISTS ( SELECT 1 FROM ip.signalement s WHERE ((s.id = ecrit.signalement_id) AND (s.information_id = ecrit.information_id))))) AND CASE WHEN (nature = 'transfert'::text) THEN ( SELECT acces.peut('ip.recueillir'::text) AS peut) WHEN (nature = ANY (ARRAY['accuse-reception'::text, 'source-suites'::text])) THEN (EXISTS ( SELECT 1 FROM ip.auteur t WHERE (t.information_id = ecrit.information_id))) ELSE true END)
  grant delete, insert, select, update to marelle_systeme
  grant insert, select to marelle_agent

table ip.evaluateur
  agent_id uuid not null
  id uuid not null
  information_id uuid not null
  motif_fin text
  periode daterange not null
  constraint evaluateur_agent_id_fkey FOREIGN KEY (agent_id) REFERENCES organisation.agent(id)
  constraint evaluateur_information_id_fkey FOREIGN KEY (information_id) REFERENCES ip.information(id) ON DELETE CASCADE
  constraint evaluateur_periode_check CHECK ((NOT isempty(periode)))
  constraint evaluateur_pkey PRIMARY KEY (id)
  constraint evaluateur_une_fois EXCLUDE USING gist (((information_id)::text) WITH =, ((agent_id)::text) WITH =, ((periode * '(,)'::daterange)) WITH &&)
  index evaluateur_agent_id_information_id_idx btree (agent_id, information_id)
  index evaluateur_information_id_idx btree (information_id)
  trigger garder_evaluateur garder_evaluateur
  trigger suivre_equipe_ajoutee suivre_lignes
  trigger suivre_equipe_changee suivre_lignes
  trigger suivre_equipe_retiree suivre_retraits
  policy affecter all to marelle_agent using (( SELECT acces.peut('ip.attribuer'::text) AS peut) AND acces.conduit_information(information_id)) with check (( SELECT acces.peut('ip.attribuer'::text) AS peut) AND acces.conduit_information(information_id))
  policy lire select to marelle_agent using ((agent_id = ( SELECT acces.agent_courant() AS agent_courant)) OR acces.voit_information(information_id))
  grant delete, insert, select to marelle_agent
  grant delete, insert, select, update to marelle_systeme

table ip.information
  adresse_tri text generated as NULLIF(acces.normalise(((((COALESCE(voie, ''::text) || ' '::text) || COALESCE(code_postal, ''::text)) || ' '::text) || COALESCE(commune_nom, ''::text))), ''::text)
  analyste_id uuid
  attribuee_le date
  canal text not null
  categorie_source text not null
  close_le date
  code_postal text
  commune_code text
  commune_nom text
  complement text
  cree_le timestamp with time zone not null default transaction_timestamp()
  cree_par uuid
  decidee_le date
  deja_dit text[] not null default '{}'::text[]
  delai_reduit_jours integer
  delai_reduit_motif text
  echeance date
  etat text not null default 'recue'::text
  evaluation_debutee_le date
  faits text not null
  id uuid not null
  menage_id uuid
  mesure_judiciaire text
  motif_hors_ip text
  motif_non_information text
  numero text not null
  orientation text
  parents_informes boolean
  qualifiee_le date
  rapport_remis_le date
  reanalyse_due_le date
  recue_a timestamp with time zone not null
  recue_le date not null generated as ((recue_a AT TIME ZONE 'Europe/Paris'::text))::date
  saisine_directe_le date
  source text not null
  suites_demandees_le date
  suspendue_le date
  transmise_le date not null
  types_danger text[] not null default '{}'::text[]
  unite_id uuid not null
  urgence text not null
  version integer not null default 1
  voie text
  constraint information_analyste_id_fkey FOREIGN KEY (analyste_id) REFERENCES organisation.agent(id)
  constraint information_canal_check CHECK ((canal = ANY (ARRAY['telephone'::text, 'courrier'::text, 'courriel'::text, 'formulaire'::text, 'snated'::text, 'visite'::text, 'fax'::text, 'autre'::text])))
  constraint information_categorie_source_check CHECK ((categorie_source = ANY (ARRAY['professionnel'::text, 'elu'::text, 'particulier'::text, 'anonyme'::text])))
  constraint information_check CHECK (((categorie_source = 'anonyme'::text) <= (suites_demandees_le IS NULL)))
  constraint information_close CHECK (((etat <> ALL (ARRAY['hors-ip'::text, 'transferee'::text, 'close-classement'::text, 'close-administratif'::text, 'close-judiciaire'::text])) OR (close_le IS NOT NULL)))
  constraint information_commune_code_fkey FOREIGN KEY (commune_code) REFERENCES organisation.commune(code)
  constraint information_cree_par_fkey FOREIGN KEY (cree_par) REFERENCES organisation.agent(id)
  constraint information_delai_reduit CHECK (((delai_reduit_jours IS NULL) = (delai_reduit_motif IS NULL)))
  constraint information_delai_reduit_jours_check CHECK (((delai_reduit_jours >= 1) AND (delai_reduit_jours <= 91)))
  constraint information_etat_check CHECK ((etat = ANY (ARRAY['recue'::text, 'en-premiere-analyse'::text, 'hors-ip'::text, 'qualifiee'::text, 'attribuee'::text, 'en-evaluation'::text, 'suspendue'::text, 'rapport-remis'::text, 'en-validation'::text, 'decidee'::text, 'close-classement'::text, 'close-administratif'::text, 'close-judiciaire'::text, 'transferee'::text])))
  constraint information_faits_check CHECK (((length(faits) >= 1) AND (length(faits) <= 20000)))
  constraint information_hors_ip CHECK (((etat = 'hors-ip'::text) = (motif_hors_ip IS NOT NULL)))
  constraint information_menage_id_fkey FOREIGN KEY (menage_id) REFERENCES enfants.menage(id)
  constraint information_motif_hors_ip_check CHECK ((motif_hors_ip = ANY (ARRAY['sans-danger'::text, 'droit-commun'::text, 'doublon'::text, 'majeur'::text, 'hors-departement'::text, 'mesure-en-cours'::text, 'insuffisante'::text])))
  constraint information_numero_key UNIQUE (numero)
  constraint information_pkey PRIMARY KEY (id)
  constraint information_qualifiee CHECK (((etat = ANY (ARRAY['recue'::text, 'en-premiere-analyse'::text, 'hors-ip'::text, 'transferee'::text])) OR ((qualifiee_le IS NOT NULL) AND (echeance IS NOT NULL))))
  constraint information_unite_id_fkey FOREIGN KEY (unite_id) REFERENCES organisation.unite(id)
  constraint information_urgence_check CHECK ((urgence = ANY (ARRAY['immediate'::text, 'elevee'::text, 'ordinaire'::text])))
  index information_a_revoir btree (reanalyse_due_le) WHERE (reanalyse_due_le IS NOT NULL)
  index information_adresse_tri_idx btree (adresse_tri) WHERE (adresse_tri IS NOT NULL)
  index information_cree_le_idx btree (cree_le)
  index information_decidee_le_idx btree (decidee_le) WHERE ((decidee_le IS NOT NULL) AND (NOT (deja_dit @> '{conclusions}'::text[])))
  index information_etat_echeance_idx btree (etat, echeance)
  index information_menage_id_idx btree (menage_id) WHERE (menage_id IS NOT NULL)
  index information_ouverte btree (unite_id, etat) WHERE (close_le IS NULL)
  index information_ouverture_a_dire btree (COALESCE(evaluation_debutee_le, attribuee_le)) WHERE ((COALESCE(evaluation_debutee_le, attribuee_le) IS NOT NULL) AND (NOT (deja_dit @> '{ouverture}'::text[])))
  index information_recue_a_id_idx btree (recue_a DESC, id)
  index information_source_a_dire btree (transmise_le) WHERE ((categorie_source <> 'anonyme'::text) AND (NOT (deja_dit @> '{source}'::text[])) AND ((categorie_source <> 'particulier'::text) OR (suites_demandees_le IS NOT NULL)))
  index information_unite_id_etat_idx btree (unite_id, etat)
  trigger echeances_changer marquer
  trigger echeances_creer marquer
  trigger echeances_effacer marquer
  trigger garder_suites garder_suites
  trigger signer_creation signer_creation
  trigger suivre_etat suivre_etat
  policy conduire update to marelle_agent using acces.conduit_information(id) with check (( SELECT acces.peut('ip.recueillir'::text) AS peut) OR (unite_id = ANY (( SELECT acces.unites_courantes() AS unites_courantes)::uuid[])) OR (id IN ( SELECT e.information_id FROM acces.mes_evaluations e)))
  policy creer insert to marelle_agent with check ( SELECT acces.peut('ip.recueillir'::text) AS peut)
  policy lire select to marelle_agent using ((( SELECT acces.peut('ip.recueillir'::text) AS peut) OR ((unite_id = ANY (( SELECT acces.unites_courantes() AS unites_courantes)::uuid[])) AND ( SELECT acces.peut('ip.lire-perimetre'::text) AS peut)) OR (id IN ( SELECT e.information_id FROM acces.mes_evaluations e)) OR (id IN ( SELECT d.information_id FROM acces.informations_de_mes_enfants d)) OR ((cree_le = transaction_timestamp()) AND (cree_par = ( SELECT acces.agent_courant() AS agent_courant)))) AND (NOT (id IN ( SELECT r.information_id FROM acces.informations_restreintes r))))
  grant delete, insert, select, update to marelle_systeme
  grant insert, select, update to marelle_agent

table ip.information_donnee
  a_qui text not null
  dispense_motif text
  forme text
  id uuid not null
  information_id uuid not null
  le date not null
  objet text not null
  par_id uuid
  precision_qui text
  signalement_id uuid
  constraint information_donnee_a_qui_check CHECK ((a_qui = ANY (ARRAY['titulaires'::text, 'mineur'::text, 'source'::text])))
  constraint information_donnee_check CHECK ((num_nonnulls(forme, dispense_motif) = 1))
  constraint information_donnee_check1 CHECK (((objet = 'saisine'::text) = (signalement_id IS NOT NULL)))
  constraint information_donnee_ecrite CHECK (((objet <> 'saisine'::text) OR (a_qui <> 'titulaires'::text) OR (dispense_motif IS NOT NULL) OR (forme = ANY (ARRAY['courrier'::text, 'courriel'::text, 'remise'::text]))))
  constraint information_donnee_forme_check CHECK ((forme = ANY (ARRAY['entretien'::text, 'courrier'::text, 'courriel'::text, 'telephone'::text, 'remise'::text])))
  constraint information_donnee_information_id_fkey FOREIGN KEY (information_id) REFERENCES ip.information(id) ON DELETE CASCADE
  constraint information_donnee_objet_check CHECK ((objet = ANY (ARRAY['reception'::text, 'ouverture'::text, 'conclusions'::text, 'saisine'::text, 'source'::text, 'transfert'::text])))
  constraint information_donnee_par_id_fkey FOREIGN KEY (par_id) REFERENCES organisation.agent(id)
  constraint information_donnee_pkey PRIMARY KEY (id)
  constraint information_donnee_signalement_id_fkey FOREIGN KEY (signalement_id) REFERENCES ip.signalement(id) ON DELETE CASCADE
  index information_donnee_information_id_idx btree (information_id)
  index information_donnee_signalement_id_idx btree (signalement_id) WHERE (signalement_id IS NOT NULL)
  trigger echeances_changer marquer
  trigger echeances_creer marquer
  trigger echeances_effacer marquer
  trigger noter_dit noter_dit
  policy inscrire insert to marelle_agent with check (acces.conduit_information(information_id) AND (par_id = ( SELECT acces.agent_courant() AS agent_courant)))
  policy lire select to marelle_agent using acces.voit_information(information_id)
  grant delete, insert, select, update to marelle_systeme
  grant insert, select to marelle_agent

table ip.lien
  information_id uuid not null
  liee_id uuid not null
  nature text not null
  note text
  constraint lien_check CHECK ((liee_id <> information_id))
  constraint lien_information_id_fkey FOREIGN KEY (information_id) REFERENCES ip.information(id) ON DELETE CASCADE
  constraint lien_liee_id_fkey FOREIGN KEY (liee_id) REFERENCES ip.information(id) ON DELETE CASCADE
  constraint lien_nature_check CHECK ((nature = ANY (ARRAY['meme-enfant'::text, 'fratrie'::text, 'adresse'::text, 'suite'::text, 'nouvel-element'::text, 'manuel'::text])))
  constraint lien_pkey PRIMARY KEY (information_id, liee_id)
  index lien_liee_id_idx btree (liee_id)
  policy ecrire all to marelle_agent using (acces.conduit_information(information_id) AND acces.voit_information(liee_id)) with check (acces.conduit_information(information_id) AND acces.voit_information(liee_id))
  policy lire select to marelle_agent using (acces.voit_information(information_id) AND acces.voit_information(liee_id))
  grant delete, insert, select, update to marelle_agent
  grant delete, insert, select, update to marelle_systeme

table ip.mesure_envisagee
  accord text not null
  accord_le date
  id uuid not null
  information_id uuid not null
  mineur_id uuid not null
  nature text not null
  par_id uuid
  version integer not null default 1
  constraint mesure_envisagee_accord_check CHECK ((accord = ANY (ARRAY['sans-objet'::text, 'a-recueillir'::text, 'recueilli'::text, 'refuse'::text])))
  constraint mesure_envisagee_check CHECK (((accord = ANY (ARRAY['recueilli'::text, 'refuse'::text])) = (accord_le IS NOT NULL)))
  constraint mesure_envisagee_information_id_fkey FOREIGN KEY (information_id) REFERENCES ip.decision(information_id) ON DELETE CASCADE
  constraint mesure_envisagee_mineur_id_fkey FOREIGN KEY (mineur_id) REFERENCES ip.mineur(id) ON DELETE CASCADE
  constraint mesure_envisagee_nature_check CHECK ((nature = ANY (ARRAY['aed'::text, 'tisf'::text, 'aesf'::text, 'accueil-jour'::text, 'accueil-provisoire'::text, 'aide-financiere'::text, 'suivi-social'::text, 'droit-commun'::text])))
  constraint mesure_envisagee_par_id_fkey FOREIGN KEY (par_id) REFERENCES organisation.agent(id)
  constraint mesure_envisagee_pkey PRIMARY KEY (id)
  constraint mesure_envisagee_une_fois UNIQUE (information_id, mineur_id, nature)
  index mesure_envisagee_mineur_id_idx btree (mineur_id)
  policy envisager insert to marelle_agent with check (( SELECT acces.peut('ip.decider'::text) AS peut) AND acces.conduit_information(information_id) AND (EXISTS ( SELECT 1 FROM ip.mineur m WHERE ((m.id = mesure_envisagee.mineur_id) AND (m.information_id = mesure_envisagee.information_id)))))
  policy lire select to marelle_agent using acces.voit_information(information_id)
  policy suivre update to marelle_agent using acces.conduit_information(information_id) with check acces.conduit_information(information_id)
  grant delete, insert, select, update to marelle_systeme
  grant insert, select, update to marelle_agent

table ip.mineur
  a_naitre boolean not null default false
  age_estime integer
  date_naissance date
  enfant_id uuid
  id uuid not null
  information_id uuid not null
  naissance_precision text not null default 'inconnue'::text
  nom text
  nom_usage text
  prenom text
  rang integer not null
  recherche text not null generated as acces.normalise(((((COALESCE(nom, ''::text) || ' '::text) || COALESCE(nom_usage, ''::text)) || ' '::text) || COALESCE(prenom, ''::text)))
  role text not null
  sexe text not null default 'inconnu'::text
  terme_prevu date
  constraint mineur_age_estime_check CHECK (((age_estime >= 0) AND (age_estime <= 20)))
  constraint mineur_check CHECK (((date_naissance IS NULL) = (naissance_precision = 'inconnue'::text)))
  constraint mineur_check1 CHECK ((a_naitre OR (terme_prevu IS NULL)))
  constraint mineur_check2 CHECK (((NOT a_naitre) OR (date_naissance IS NULL)))
  constraint mineur_enfant_id_fkey FOREIGN KEY (enfant_id) REFERENCES enfants.enfant(id)
  constraint mineur_information_id_fkey FOREIGN KEY (information_id) REFERENCES ip.information(id) ON DELETE CASCADE
  constraint mineur_naissance_precision_check CHECK ((naissance_precision = ANY (ARRAY['exacte'::text, 'mois'::text, 'annee'::text, 'declaree'::text, 'judiciaire'::text, 'inconnue'::text])))
  constraint mineur_pkey PRIMARY KEY (id)
  constraint mineur_rang UNIQUE (information_id, rang)
  constraint mineur_role_check CHECK ((role = ANY (ARRAY['signale'::text, 'autre-du-foyer'::text])))
  constraint mineur_sexe_check CHECK ((sexe = ANY (ARRAY['feminin'::text, 'masculin'::text, 'inconnu'::text])))
  constraint mineur_une_fois UNIQUE (information_id, enfant_id)
  index mineur_date_naissance_idx btree (date_naissance) WHERE (date_naissance IS NOT NULL)
  index mineur_enfant_id_idx btree (enfant_id) WHERE (enfant_id IS NOT NULL)
  index mineur_recherche_idx gin (recherche public.gin_trgm_ops)
  trigger garder_enfant garder_enfant
  trigger suivre_mineurs_ajoutes suivre_lignes
  trigger suivre_mineurs_changes suivre_lignes
  trigger suivre_mineurs_retires suivre_retraits
  policy ecrire all to marelle_agent using acces.conduit_information(information_id) with check acces.conduit_information(information_id)
  policy lire select to marelle_agent using acces.voit_information(information_id)
  grant delete, insert, select, update to marelle_agent
  grant delete, insert, select, update to marelle_systeme

table ip.piece
  contenu bytea not null
  deposee_le timestamp with time zone not null default transaction_timestamp()
  deposee_par uuid
  id uuid not null
  information_id uuid not null
  nature text not null
  nom text not null
  taille integer not null
  constraint piece_deposee_par_fkey FOREIGN KEY (deposee_par) REFERENCES organisation.agent(id)
  constraint piece_information_id_fkey FOREIGN KEY (information_id) REFERENCES ip.information(id) ON DELETE CASCADE
  constraint piece_nature_check CHECK ((nature = ANY (ARRAY['pdf'::text, 'image'::text, 'word'::text, 'texte'::text, 'courriel'::text])))
  constraint piece_pkey PRIMARY KEY (id)
  constraint piece_taille_check CHECK (((taille >= 1) AND (taille <= 15728640)))
  index piece_information_id_idx btree (information_id)
  policy deposer insert to marelle_agent with check (acces.conduit_information(information_id) AND (deposee_par = ( SELECT acces.agent_courant() AS agent_courant)))
  policy lire select to marelle_agent using acces.conduit_information(information_id)
  grant delete, insert, select, update to marelle_systeme
  grant insert, select to marelle_agent

table ip.rapport
  argumentaire text
  conclusion text
  evaluation_impossible boolean not null default false
  information_id uuid not null
  proposition text
  referentiel text not null
  referentiel_version text not null
  remis_le date
  remis_par uuid
  sans_domicile_motif text
  valide_le date
  valide_par uuid
  version integer not null default 1
  constraint rapport_check CHECK (((remis_le IS NULL) = (remis_par IS NULL)))
  constraint rapport_check1 CHECK (((valide_le IS NULL) = (valide_par IS NULL)))
  constraint rapport_check2 CHECK (((valide_le IS NULL) OR (remis_le IS NOT NULL)))
  constraint rapport_conclusion_check CHECK ((conclusion = ANY (ARRAY['danger'::text, 'risque'::text, 'infirme'::text])))
  constraint rapport_information_id_fkey FOREIGN KEY (information_id) REFERENCES ip.information(id) ON DELETE CASCADE
  constraint rapport_pkey PRIMARY KEY (information_id)
  constraint rapport_proposition_check CHECK ((proposition = ANY (ARRAY['classement'::text, 'actions-adaptees'::text, 'saisine'::text])))
  constraint rapport_remis_par_fkey FOREIGN KEY (remis_par) REFERENCES organisation.agent(id)
  constraint rapport_valide_par_fkey FOREIGN KEY (valide_par) REFERENCES organisation.agent(id)
  trigger echeances_changer marquer
  trigger echeances_creer marquer
  trigger echeances_effacer marquer
  trigger garder_rapport garder_rapport
  policy lire select to marelle_agent using acces.voit_information(information_id)
  policy ouvrir insert to marelle_agent with check (acces.evalue_information(information_id) AND (remis_par IS NULL) AND (valide_par IS NULL))
  policy tenir update to marelle_agent using (acces.evalue_information(information_id) OR (( SELECT acces.peut('ip.valider'::text) AS peut) AND acces.conduit_information(information_id))) with check CASE WHEN (valide_par IS NULL) THEN (acces.evalue_information(information_id) OR (( SELECT acces.peut('ip.valider'::text) AS peut) AND acces.conduit_information(information_id))) ELSE ((valide_par = ( SELECT acces.agent_courant() AS agent_courant)) AND ( SELECT acces.peut('ip.valider'::text) AS peut) AND acces.conduit_information(information_id)) END
  grant delete, insert, select, update to marelle_systeme
  grant insert, select, update to marelle_agent

table ip.rencontre
  accord_parental boolean
  compte_rendu text
  id uuid not null
  information_id uuid not null
  issue text not null
  le date not null
  lieu text not null
  mineur_seul boolean not null default false
  par_id uuid
  sans_accord_motif text
  titulaires_presents boolean not null default false
  version integer not null default 1
  constraint rencontre_check CHECK ((mineur_seul = (accord_parental IS NOT NULL)))
  constraint rencontre_check1 CHECK ((NOT (mineur_seul AND titulaires_presents)))
  constraint rencontre_check2 CHECK (((accord_parental IS FALSE) = (sans_accord_motif IS NOT NULL)))
  constraint rencontre_information_id_fkey FOREIGN KEY (information_id) REFERENCES ip.information(id) ON DELETE CASCADE
  constraint rencontre_issue_check CHECK ((issue = ANY (ARRAY['tenue'::text, 'refusee'::text, 'absence'::text, 'impossible'::text])))
  constraint rencontre_lieu_check CHECK ((lieu = ANY (ARRAY['domicile'::text, 'service'::text, 'ecole'::text, 'etablissement'::text, 'autre'::text])))
  constraint rencontre_par_id_fkey FOREIGN KEY (par_id) REFERENCES organisation.agent(id)
  constraint rencontre_pkey PRIMARY KEY (id)
  index rencontre_information_id_idx btree (information_id)
  policy ecrire all to marelle_agent using acces.evalue_information(information_id) with check (acces.evalue_information(information_id) AND (par_id = ( SELECT acces.agent_courant() AS agent_courant)))
  policy lire select to marelle_agent using acces.voit_information(information_id)
  grant delete, insert, select, update to marelle_systeme
  grant insert, select, update to marelle_agent

table ip.rencontre_mineur
  mineur_id uuid not null
  rencontre_id uuid not null
  constraint rencontre_mineur_mineur_id_fkey FOREIGN KEY (mineur_id) REFERENCES ip.mineur(id) ON DELETE CASCADE
  constraint rencontre_mineur_pkey PRIMARY KEY (rencontre_id, mineur_id)
  constraint rencontre_mineur_rencontre_id_fkey FOREIGN KEY (rencontre_id) REFERENCES ip.rencontre(id) ON DELETE CASCADE
  index rencontre_mineur_mineur_id_idx btree (mineur_id)
  policy ecrire all to marelle_agent using (EXISTS ( SELECT 1 FROM ip.rencontre r WHERE ((r.id = rencontre_mineur.rencontre_id) AND acces.evalue_information(r.information_id)))) with check (EXISTS ( SELECT 1 FROM ip.rencontre r WHERE ((r.id = rencontre_mineur.rencontre_id) AND acces.evalue_information(r.information_id))))
  policy lire select to marelle_agent using (EXISTS ( SELECT 1 FROM ip.rencontre r WHERE (r.id = rencontre_mineur.rencontre_id)))
  grant delete, insert, select, update to marelle_agent
  grant delete, insert, select, update to marelle_systeme

table ip.rubrique
  code text not null
  information_id uuid not null
  mineur_id uuid
  modifiee_le timestamp with time zone not null default transaction_timestamp()
  modifiee_par uuid
  texte text not null default ''::text
  version integer not null default 1
  constraint rubrique_information_id_fkey FOREIGN KEY (information_id) REFERENCES ip.information(id) ON DELETE CASCADE
  constraint rubrique_mineur_id_fkey FOREIGN KEY (mineur_id) REFERENCES ip.mineur(id) ON DELETE CASCADE
  constraint rubrique_modifiee_par_fkey FOREIGN KEY (modifiee_par) REFERENCES organisation.agent(id)
  constraint rubrique_texte_check CHECK ((length(texte) <= 50000))
  constraint rubrique_une UNIQUE NULLS NOT DISTINCT (information_id, mineur_id, code)
  index rubrique_mineur_id_idx btree (mineur_id) WHERE (mineur_id IS NOT NULL)
  policy ecrire all to marelle_agent using acces.evalue_information(information_id) with check (acces.evalue_information(information_id) AND (modifiee_par = ( SELECT acces.agent_courant() AS agent_courant)))
  policy lire select to marelle_agent using acces.voit_information(information_id)
  grant delete, insert, select, update to marelle_systeme
  grant insert, select, update to marelle_agent

table ip.signalement
  accuse_le date
  actions_menees text
  argumentaire text
  arrete_numero text
  autorite text not null
  cree_le timestamp with time zone not null default transaction_timestamp()
  cree_par uuid
  demandes text[] not null default '{}'::text[]
  dit_le date
  envoye_a timestamp with time zone
  etat text not null default 'brouillon'::text
  id uuid not null
  information_id uuid not null
  motif text not null
  motif_abandon text
  moyen text
  relance_le date
  signataire_id uuid
  suites text
  suites_le date
  suites_nature text
  urgent boolean not null default false
  valide_le date
  version integer not null default 1
  constraint signalement_check CHECK (((etat = ANY (ARRAY['brouillon'::text, 'abandonne'::text])) OR ((valide_le IS NOT NULL) AND (signataire_id IS NOT NULL) AND (arrete_numero IS NOT NULL))))
  constraint signalement_check1 CHECK (((etat <> ALL (ARRAY['envoye'::text, 'accuse'::text, 'suites-connues'::text])) OR ((envoye_a IS NOT NULL) AND (moyen IS NOT NULL))))
  constraint signalement_check2 CHECK (((etat = 'abandonne'::text) = (motif_abandon IS NOT NULL)))
  constraint signalement_check3 CHECK (((etat <> 'accuse'::text) OR (accuse_le IS NOT NULL)))
  constraint signalement_check4 CHECK (((etat = 'suites-connues'::text) = ((suites_le IS NOT NULL) AND (suites_nature IS NOT NULL))))
  constraint signalement_cree_par_fkey FOREIGN KEY (cree_par) REFERENCES organisation.agent(id)
  constraint signalement_etat_check CHECK ((etat = ANY (ARRAY['brouillon'::text, 'valide'::text, 'envoye'::text, 'accuse'::text, 'suites-connues'::text, 'abandonne'::text])))
  constraint signalement_information_id_fkey FOREIGN KEY (information_id) REFERENCES ip.information(id) ON DELETE CASCADE
  constraint signalement_motif_check CHECK ((motif = ANY (ARRAY['echec-prestations'::text, 'refus-famille'::text, 'impossibilite-collaborer'::text, 'danger-grave-immediat'::text, 'evaluation-impossible'::text])))
  constraint signalement_moyen_check CHECK ((moyen = ANY (ARRAY['plateforme'::text, 'courriel'::text, 'courrier'::text, 'main-propre'::text, 'telephone-confirme'::text])))
  constraint signalement_pkey PRIMARY KEY (id)
  constraint signalement_signataire_id_fkey FOREIGN KEY (signataire_id) REFERENCES organisation.agent(id)
  constraint signalement_suites_nature_check CHECK ((suites_nature = ANY (ARRAY['saisine-juge'::text, 'opp'::text, 'enquete'::text, 'classement'::text, 'retour-administratif'::text, 'autre'::text])))
  index UNIQUE signalement_un_brouillon btree (information_id) WHERE (etat = 'brouillon'::text)
  index signalement_cree_le_id_idx btree (cree_le DESC, id)
  index signalement_envoye_a_idx btree (envoye_a) WHERE ((envoye_a IS NOT NULL) AND (dit_le IS NULL))
  index signalement_etat_idx btree (etat) WHERE (etat = ANY (ARRAY['brouillon'::text, 'valide'::text, 'envoye'::text, 'accuse'::text]))
  index signalement_information_id_idx btree (information_id)
  trigger echeances_changer marquer
  trigger echeances_creer marquer
  trigger echeances_effacer marquer
  trigger garder_signalement garder_signalement
  trigger signer_creation signer_creation
  policy lire select to marelle_agent using acces.conduit_information(information_id)
  policy rediger insert to marelle_agent with check (acces.conduit_information(information_id) AND (etat = 'brouillon'::text) AND (signataire_id IS NULL))
  policy suivre update to marelle_agent using acces.conduit_information(information_id) with check acces.conduit_information(information_id)
  grant delete, insert, select, update to marelle_systeme
  grant insert, select, update to marelle_agent

table ip.transfert
  accuse_le date
  accuse_reference text
  departement_code text not null
  information_id uuid not null
  motif text not null
  parents_informes_le date
  transmis_le date not null
  version integer not null default 1
  constraint transfert_check CHECK ((accuse_le >= transmis_le))
  constraint transfert_information_id_fkey FOREIGN KEY (information_id) REFERENCES ip.information(id) ON DELETE CASCADE
  constraint transfert_pkey PRIMARY KEY (information_id)
  policy ecrire all to marelle_agent using (( SELECT acces.peut('ip.recueillir'::text) AS peut) AND acces.conduit_information(information_id)) with check (( SELECT acces.peut('ip.recueillir'::text) AS peut) AND acces.conduit_information(information_id))
  policy lire select to marelle_agent using acces.voit_information(information_id)
  grant delete, insert, select, update to marelle_systeme
  grant insert, select, update to marelle_agent

table ip.volet
  impossible_motif text
  information_id uuid not null
  mineur_id uuid not null
  modifie_par uuid
  non_seul text
  non_seul_motif text
  constraint volet_check CHECK (((non_seul IS DISTINCT FROM 'autre'::text) OR (non_seul_motif IS NOT NULL)))
  constraint volet_information_id_fkey FOREIGN KEY (information_id) REFERENCES ip.information(id) ON DELETE CASCADE
  constraint volet_mineur_id_fkey FOREIGN KEY (mineur_id) REFERENCES ip.mineur(id) ON DELETE CASCADE
  constraint volet_modifie_par_fkey FOREIGN KEY (modifie_par) REFERENCES organisation.agent(id)
  constraint volet_non_seul_check CHECK ((non_seul = ANY (ARRAY['age'::text, 'maturite'::text, 'refus-titulaires'::text, 'refus-mineur'::text, 'autre'::text])))
  constraint volet_pkey PRIMARY KEY (mineur_id)
  index volet_information_id_idx btree (information_id)
  policy ecrire all to marelle_agent using acces.evalue_information(information_id) with check (acces.evalue_information(information_id) AND (modifie_par = ( SELECT acces.agent_courant() AS agent_courant)))
  policy lire select to marelle_agent using acces.voit_information(information_id)
  grant delete, insert, select, update to marelle_systeme
  grant insert, select, update to marelle_agent

table journal.evenement
  acte text not null
  agent_id uuid
  chaine smallint not null default 0
  detail jsonb not null default '{}'::jsonb
  empreinte bytea not null default '\x'::bytea
  enfant_id uuid
  id uuid not null default gen_random_uuid()
  le timestamp with time zone not null default clock_timestamp()
  objet_id uuid
  precedent bytea not null default '\x'::bytea
  rang bigint not null default 0
  systeme text
  constraint evenement_check CHECK ((num_nonnulls(agent_id, systeme) >= 1))
  constraint evenement_pkey PRIMARY KEY (id)
  constraint evenement_rang UNIQUE (chaine, rang)
  index evenement_acte_le_idx btree (acte, le DESC)
  index evenement_agent_id_le_idx btree (agent_id, le DESC) WHERE (agent_id IS NOT NULL)
  index evenement_enfant_id_le_idx btree (enfant_id, le DESC) WHERE (enfant_id IS NOT NULL)
  index evenement_le_idx btree (le DESC)
  trigger ajouter_jeton signer_jeton
  trigger chainer chainer
  trigger refuser refuser
  policy connexions insert to marelle_comptes with check ((systeme = 'connexion'::text) AND (acte ~~ 'comptes.%'::text) AND (enfant_id IS NULL))
  policy inscrire insert to marelle_agent with check ((agent_id = ( SELECT acces.agent_courant() AS agent_courant)) AND (systeme IS NULL))
  policy lire select to marelle_agent using (( SELECT acces.peut('journal.lire'::text) AS peut) OR (agent_id = ( SELECT acces.agent_courant() AS agent_courant)) OR ((enfant_id IS NOT NULL) AND (EXISTS ( SELECT 1 FROM enfants.enfant e WHERE (e.id = evenement.enfant_id)))) OR (enfant_id IN ( SELECT a.absorbee_id FROM (acces.fiches_absorbees a JOIN enfants.enfant e ON ((e.id = a.gardee_id))))))
  grant insert to marelle_comptes
  grant insert, select to marelle_agent
  grant insert, select to marelle_systeme

table journal.sceau
  empreinte bytea not null
  le timestamp with time zone not null
  precedent bytea not null
  rang bigint not null
  tetes jsonb not null
  constraint sceau_pkey PRIMARY KEY (rang)
  trigger refuser refuser
  policy lire select to marelle_agent using ( SELECT acces.peut('journal.lire'::text) AS peut)
  grant select to marelle_agent
  grant select to marelle_systeme

table mesures.accord
  forme text
  id uuid not null
  inscrit_le timestamp with time zone not null default transaction_timestamp()
  le date not null
  mesure_id uuid not null
  nature text not null
  par text not null
  par_id uuid
  precision text
  constraint accord_check CHECK (((nature = 'accord'::text) <= (forme IS NOT NULL)))
  constraint accord_forme_check CHECK ((forme = ANY (ARRAY['ecrit'::text, 'oral'::text])))
  constraint accord_mesure_id_fkey FOREIGN KEY (mesure_id) REFERENCES mesures.mesure(id) ON DELETE CASCADE
  constraint accord_nature_check CHECK ((nature = ANY (ARRAY['accord'::text, 'refus'::text, 'retrait'::text])))
  constraint accord_par_id_fkey FOREIGN KEY (par_id) REFERENCES organisation.agent(id)
  constraint accord_pkey PRIMARY KEY (id)
  index accord_mesure_id_idx btree (mesure_id)
  trigger a_signer signer
  trigger echeances_changer marquer
  trigger echeances_creer marquer
  trigger echeances_effacer marquer
  policy lire select to marelle_agent using acces.voit_mesure(mesure_id)
  policy recueillir insert to marelle_agent with check (( SELECT acces.peut('mesures.proposer'::text) AS peut) AND acces.voit_mesure(mesure_id))
  grant delete, insert, select, update to marelle_systeme
  grant insert, select to marelle_agent

table mesures.acte
  annule_le date
  annule_motif text
  annule_par uuid
  donnees jsonb not null default '{}'::jsonb
  enfant_id uuid not null
  id uuid not null
  inscrit_le timestamp with time zone not null default transaction_timestamp()
  instant timestamp with time zone
  le date not null
  mesure_id uuid
  par_id uuid
  type text not null
  constraint acte_annule_par_fkey FOREIGN KEY (annule_par) REFERENCES organisation.agent(id)
  constraint acte_check CHECK ((((instant AT TIME ZONE 'Europe/Paris'::text))::date = le))
  constraint acte_check1 CHECK ((num_nonnulls(annule_le, annule_par, annule_motif) = ANY (ARRAY[0, 3])))
  constraint acte_donnees_check CHECK ((jsonb_typeof(donnees) = 'object'::text))
  constraint acte_enfant_id_fkey FOREIGN KEY (enfant_id) REFERENCES enfants.enfant(id)
  constraint acte_mesure_id_fkey FOREIGN KEY (mesure_id) REFERENCES mesures.mesure(id) ON DELETE CASCADE
  constraint acte_par_id_fkey FOREIGN KEY (par_id) REFERENCES organisation.agent(id)
  constraint acte_pkey PRIMARY KEY (id)
  constraint acte_type_check CHECK ((type ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text))
  index acte_enfant_id_idx btree (enfant_id)
  index acte_mesure_id_idx btree (mesure_id) WHERE (mesure_id IS NOT NULL)
  trigger a_signer signer
  trigger echeances_changer marquer
  trigger echeances_creer marquer
  trigger echeances_effacer marquer
  policy annuler update to marelle_agent using (( SELECT acces.peut('mesures.executer'::text) AS peut) AND acces.voit_enfant(enfant_id)) with check ((annule_par = ( SELECT acces.agent_courant() AS agent_courant)) AND acces.voit_enfant(enfant_id))
  policy inscrire insert to marelle_agent with check (( SELECT acces.peut('mesures.executer'::text) AS peut) AND (annule_le IS NULL) AND acces.voit_enfant(enfant_id) AND ((mesure_id IS NULL) OR (EXISTS ( SELECT 1 FROM mesures.mesure m WHERE ((m.id = acte.mesure_id) AND (m.enfant_id = acte.enfant_id))))))
  policy lire select to marelle_agent using acces.voit_enfant(enfant_id)
  grant delete, insert, select, update to marelle_systeme
  grant insert, select to marelle_agent

table mesures.avis
  id uuid not null
  inscrit_le timestamp with time zone not null default transaction_timestamp()
  le date not null
  mesure_id uuid not null
  motif text not null
  par_id uuid
  sens text not null
  constraint avis_mesure_id_fkey FOREIGN KEY (mesure_id) REFERENCES mesures.mesure(id) ON DELETE CASCADE
  constraint avis_par_id_fkey FOREIGN KEY (par_id) REFERENCES organisation.agent(id)
  constraint avis_pkey PRIMARY KEY (id)
  constraint avis_sens_check CHECK ((sens = ANY (ARRAY['favorable'::text, 'reserve'::text, 'defavorable'::text])))
  index avis_mesure_id_idx btree (mesure_id)
  trigger a_signer signer
  policy donner insert to marelle_agent with check (( SELECT acces.peut('mesures.donner-avis'::text) AS peut) AND acces.voit_mesure(mesure_id))
  policy lire select to marelle_agent using acces.voit_mesure(mesure_id)
  grant delete, insert, select, update to marelle_systeme
  grant insert, select to marelle_agent

table mesures.decision
  arrete_numero text
  au date
  confie_a text
  confie_precision text
  correction_motif text
  corrige_id uuid
  decideur text
  droits_visite text
  du date
  fondement text
  id uuid not null
  inscrite_le timestamp with time zone not null default transaction_timestamp()
  instant timestamp with time zone
  juge text
  juridiction text
  le date not null
  lieu_decouverte boolean not null default false
  lot_id uuid not null
  mesure_id uuid not null
  motifs text
  nature text not null
  numero text
  par_id uuid
  rapport_tous_les_mois integer
  recue_le date
  sans_audition boolean not null default false
  signataire_id uuid
  constraint decision_auteur CHECK (((num_nonnulls(signataire_id, juridiction) = 1) AND ((signataire_id IS NULL) = (arrete_numero IS NULL))))
  constraint decision_check CHECK ((((instant AT TIME ZONE 'Europe/Paris'::text))::date = le))
  constraint decision_check1 CHECK (((nature = ANY (ARRAY['mainlevee'::text, 'refus'::text, 'annulation'::text])) OR (du IS NOT NULL)))
  constraint decision_check2 CHECK (((nature <> 'annulation'::text) OR (corrige_id IS NOT NULL)))
  constraint decision_check3 CHECK (((corrige_id IS NOT NULL) = (correction_motif IS NOT NULL)))
  constraint decision_confie_a_check CHECK ((confie_a = ANY (ARRAY['ase'::text, 'parent'::text, 'tiers'::text, 'etablissement'::text])))
  constraint decision_corrige_id_fkey FOREIGN KEY (corrige_id) REFERENCES mesures.decision(id)
  constraint decision_corrige_id_key UNIQUE (corrige_id)
  constraint decision_decideur_check CHECK ((decideur = ANY (ARRAY['president'::text, 'service'::text, 'prefet'::text, 'juge'::text, 'parquet'::text, 'jaf'::text, 'juge-tutelles'::text, 'tribunal'::text, 'juge-penal'::text])))
  constraint decision_mesure_id_fkey FOREIGN KEY (mesure_id) REFERENCES mesures.mesure(id) ON DELETE CASCADE
  constraint decision_motivee CHECK (((signataire_id IS NULL) OR (motifs IS NOT NULL)))
  constraint decision_nature_check CHECK ((nature = ANY (ARRAY['initiale'::text, 'renouvellement'::text, 'prorogation'::text, 'modification'::text, 'mainlevee'::text, 'refus'::text, 'annulation'::text])))
  constraint decision_ordre CHECK ((au >= du))
  constraint decision_par_id_fkey FOREIGN KEY (par_id) REFERENCES organisation.agent(id)
  constraint decision_pkey PRIMARY KEY (id)
  constraint decision_rapport_tous_les_mois_check CHECK (((rapport_tous_les_mois >= 1) AND (rapport_tous_les_mois <= 36)))
  constraint decision_recue CHECK ((recue_le >= le))
  constraint decision_signataire_id_fkey FOREIGN KEY (signataire_id) REFERENCES organisation.agent(id)
  index decision_lot_id_idx btree (lot_id)
  index decision_mesure_id_idx btree (mesure_id)
  trigger a_signer signer
  trigger echeances_changer marquer
  trigger echeances_creer marquer
  trigger echeances_effacer marquer
  trigger garder_decision garder_decision
  trigger tenir_couverture tenir_couverture
  policy corriger insert to marelle_agent with check (( SELECT acces.peut('mesures.decider'::text) AS peut) AND (signataire_id IS NOT NULL) AND acces.voit_mesure(mesure_id) AND acces.signe_mesure(mesure_id) AND (EXISTS ( SELECT 1 FROM mesures.decision c WHERE ((c.id = decision.corrige_id) AND (c.mesure_id = decision.mesure_id) AND ((c.signataire_id = decision.signataire_id) AND (c.arrete_numero = decision.arrete_numero) AND (c.le = decision.le))))))
  policy decider insert to marelle_agent with check (( SELECT acces.peut('mesures.decider'::text) AS peut) AND (corrige_id IS NULL) AND (signataire_id = ( SELECT acces.agent_courant() AS agent_courant)) AND (le = ( SELECT acces.aujourdhui() AS aujourdhui)) AND acces.voit_mesure(mesure_id) AND acces.signe_mesure(mesure_id))
  policy lire select to marelle_agent using acces.voit_mesure(mesure_id)
  policy recevoir insert to marelle_agent with check (( SELECT acces.peut('mesures.recevoir'::text) AS peut) AND (juridiction IS NOT NULL) AND acces.voit_mesure(mesure_id))
  grant delete, insert, select, update to marelle_systeme
  grant insert, select to marelle_agent

table mesures.execution
  annule boolean not null default false
  correction_motif text
  corrige_id uuid
  detenteur text
  detenteur_id uuid
  id uuid not null
  inscrite_le timestamp with time zone not null default transaction_timestamp()
  instant timestamp with time zone
  le date not null
  mesure_id uuid not null
  motif text
  nature text not null
  par_id uuid
  precision text
  raison text
  risque text
  constraint execution_check CHECK ((((instant AT TIME ZONE 'Europe/Paris'::text))::date = le))
  constraint execution_check1 CHECK (((nature = 'attente'::text) = (raison IS NOT NULL)))
  constraint execution_check2 CHECK (((nature = 'attente'::text) OR (num_nonnulls(detenteur_id, detenteur, risque) = 0)))
  constraint execution_check3 CHECK (((nature = 'fin'::text) = (motif IS NOT NULL)))
  constraint execution_check4 CHECK (((NOT annule) OR (corrige_id IS NOT NULL)))
  constraint execution_check5 CHECK (((corrige_id IS NOT NULL) = (correction_motif IS NOT NULL)))
  constraint execution_corrige_id_fkey FOREIGN KEY (corrige_id) REFERENCES mesures.execution(id)
  constraint execution_corrige_id_key UNIQUE (corrige_id)
  constraint execution_detenteur CHECK (((nature <> 'attente'::text) OR annule OR (num_nonnulls(detenteur_id, detenteur) = 1)))
  constraint execution_detenteur_id_fkey FOREIGN KEY (detenteur_id) REFERENCES organisation.agent(id)
  constraint execution_mesure_id_fkey FOREIGN KEY (mesure_id) REFERENCES mesures.mesure(id) ON DELETE CASCADE
  constraint execution_motif_check CHECK ((motif = ANY (ARRAY['ECHEANCE'::text, 'OBJECTIFS_ATTEINTS'::text, 'MAINLEVEE_JUGE'::text, 'RETRAIT_ACCORD_PARENTAL'::text, 'MAJORITE'::text, 'EMANCIPATION'::text, 'CHANGEMENT_MESURE'::text, 'DEMENAGEMENT'::text, 'ADOPTION'::text, 'RETOUR_FAMILLE'::text, 'DECES'::text, 'NON_LIEU'::text, 'REFUS_JEUNE'::text])))
  constraint execution_nature_check CHECK ((nature = ANY (ARRAY['attente'::text, 'debut-effectif'::text, 'suspension'::text, 'reprise'::text, 'fin'::text])))
  constraint execution_par_id_fkey FOREIGN KEY (par_id) REFERENCES organisation.agent(id)
  constraint execution_pkey PRIMARY KEY (id)
  index execution_mesure_id_idx btree (mesure_id)
  trigger a_signer signer
  trigger echeances_changer marquer
  trigger echeances_creer marquer
  trigger echeances_effacer marquer
  trigger garder_execution garder_execution
  trigger tenir_execution tenir_execution
  policy executer insert to marelle_agent with check ((( SELECT acces.peut('mesures.executer'::text) AS peut) OR ((nature = 'fin'::text) AND ( SELECT acces.peut('mesures.recevoir'::text) AS peut))) AND acces.voit_mesure(mesure_id))
  policy lire select to marelle_agent using acces.voit_mesure(mesure_id)
  grant delete, insert, select, update to marelle_systeme
  grant insert, select to marelle_agent

table mesures.mesure
  annulation_motif text
  annulee_le date
  annulee_par uuid
  code text not null
  cree_le timestamp with time zone not null default transaction_timestamp()
  cree_par uuid
  debut_le date
  decidee_le date
  demandee_le date not null
  enfant_id uuid not null
  etat text not null
  finie_le date
  groupe text
  id uuid not null
  motif text
  objectifs text
  origine text not null
  periode daterange
  service text
  service_contact text
  unite_id uuid not null
  version integer not null default 1
  constraint mesure_annulation CHECK (((num_nonnulls(annulee_le, annulee_par, annulation_motif) = ANY (ARRAY[0, 3])) AND ((annulee_le IS NULL) OR (etat = 'annulee'::text))))
  constraint mesure_annulee_par_fkey FOREIGN KEY (annulee_par) REFERENCES organisation.agent(id)
  constraint mesure_check CHECK (((etat <> ALL (ARRAY['decidee'::text, 'en-attente-execution'::text, 'en-cours'::text, 'suspendue'::text, 'en-renouvellement'::text, 'renouvelee'::text])) OR (decidee_le IS NOT NULL)))
  constraint mesure_check1 CHECK (((etat <> ALL (ARRAY['en-cours'::text, 'suspendue'::text])) OR (debut_le IS NOT NULL)))
  constraint mesure_check2 CHECK (((etat <> ALL (ARRAY['terminee'::text, 'mainlevee'::text, 'transferee'::text])) OR (finie_le IS NOT NULL)))
  constraint mesure_code_fkey FOREIGN KEY (code) REFERENCES mesures.nomenclature(code)
  constraint mesure_cree_par_fkey FOREIGN KEY (cree_par) REFERENCES organisation.agent(id)
  constraint mesure_enfant_id_fkey FOREIGN KEY (enfant_id) REFERENCES enfants.enfant(id)
  constraint mesure_etat_check CHECK ((etat = ANY (ARRAY['demandee'::text, 'proposee'::text, 'accord-recueilli'::text, 'decidee'::text, 'en-attente-execution'::text, 'en-cours'::text, 'suspendue'::text, 'en-renouvellement'::text, 'renouvelee'::text, 'terminee'::text, 'mainlevee'::text, 'echue-sans-decision'::text, 'transferee'::text, 'refusee'::text, 'annulee'::text])))
  constraint mesure_periode_check CHECK ((NOT isempty(periode)))
  constraint mesure_pkey PRIMARY KEY (id)
  constraint mesure_un_titre EXCLUDE USING gist (((enfant_id)::text) WITH =, groupe WITH =, periode WITH &&) WHERE (((groupe IS NOT NULL) AND (periode IS NOT NULL)))
  constraint mesure_unite_id_fkey FOREIGN KEY (unite_id) REFERENCES organisation.unite(id)
  index mesure_decidee_le_unite_id_enfant_id_idx btree (decidee_le) INCLUDE (unite_id, enfant_id) WHERE (etat = ANY (ARRAY['decidee'::text, 'en-attente-execution'::text]))
  index mesure_demandee_le_id_idx btree (demandee_le DESC, id)
  index mesure_enfant_id_idx btree (enfant_id)
  index mesure_unite_id_etat_idx btree (unite_id, etat)
  index mesure_upper_idx btree (upper(periode)) WHERE (etat <> ALL (ARRAY['terminee'::text, 'mainlevee'::text, 'transferee'::text, 'refusee'::text, 'annulee'::text]))
  trigger echeances_changer marquer
  trigger echeances_creer marquer
  trigger echeances_effacer marquer
  trigger poser_code poser_code
  trigger signer_creation signer_creation
  policy lire select to marelle_agent using acces.voit_enfant(enfant_id)
  policy proposer insert to marelle_agent with check ((( SELECT acces.peut('mesures.proposer'::text) AS peut) OR ( SELECT acces.peut('mesures.recevoir'::text) AS peut)) AND (etat = ANY (ARRAY['demandee'::text, 'proposee'::text])) AND (periode IS NULL) AND (num_nonnulls(decidee_le, debut_le, finie_le) = 0) AND acces.voit_enfant(enfant_id) AND acces.porte_mesures(enfant_id, unite_id))
  policy suivre update to marelle_agent using ((( SELECT acces.peut('mesures.proposer'::text) AS peut) OR ( SELECT acces.peut('mesures.recevoir'::text) AS peut) OR ( SELECT acces.peut('mesures.decider'::text) AS peut) OR ( SELECT acces.peut('mesures.executer'::text) AS peut)) AND acces.voit_enfant(enfant_id)) with check (acces.voit_enfant(enfant_id) AND ((annulee_par IS NULL) OR ((annulee_par = ( SELECT acces.agent_courant() AS agent_courant)) AND ( SELECT acces.peut('mesures.proposer'::text) AS peut))))
  grant delete, insert, select, update to marelle_systeme
  grant insert, select to marelle_agent

table mesures.nomenclature
  acte_delegue text
  code text not null
  groupe text
  interdite_le date
  origine text not null
  constraint nomenclature_groupe_check CHECK ((groupe = ANY (ARRAY['hebergement'::text, 'milieu-ouvert'::text, 'aide-educative'::text])))
  constraint nomenclature_origine_check CHECK ((origine = ANY (ARRAY['administrative'::text, 'judiciaire'::text])))
  constraint nomenclature_pkey PRIMARY KEY (code)
  policy lire select to marelle_agent using ( SELECT acces.session_ouverte() AS session_ouverte)
  grant select to marelle_agent
  grant select to marelle_systeme

table organisation.absence
  agent_id uuid not null
  id uuid not null
  periode daterange not null
  constraint absence_agent_id_fkey FOREIGN KEY (agent_id) REFERENCES organisation.agent(id)
  constraint absence_periode_check CHECK ((NOT isempty(periode)))
  constraint absence_pkey PRIMARY KEY (id)
  constraint absence_sans_chevauchement EXCLUDE USING gist (agent_id WITH =, periode WITH &&)
  trigger creches_ajout_1 noter_changement
  trigger creches_change_1 noter_changement
  trigger creches_retrait_1 noter_changement
  policy gerer all to marelle_agent using (( SELECT acces.peut('organisation.gerer'::text) AS peut) OR (EXISTS ( SELECT 1 FROM acces.mon_equipe e WHERE (e.agent_id = absence.agent_id)))) with check (( SELECT acces.peut('organisation.gerer'::text) AS peut) OR (EXISTS ( SELECT 1 FROM acces.mon_equipe e WHERE (e.agent_id = absence.agent_id))))
  policy lire select to marelle_agent using ( SELECT acces.session_ouverte() AS session_ouverte)
  grant delete, insert, select, update to marelle_agent
  grant delete, insert, select, update to marelle_systeme

table organisation.absence_motif
  absence_id uuid not null
  commentaire text
  motif text not null
  constraint absence_motif_absence_id_fkey FOREIGN KEY (absence_id) REFERENCES organisation.absence(id) ON DELETE CASCADE
  constraint absence_motif_motif_check CHECK ((motif = ANY (ARRAY['conge'::text, 'maladie'::text, 'formation'::text, 'parentalite'::text, 'autre'::text])))
  constraint absence_motif_pkey PRIMARY KEY (absence_id)
  policy lire all to marelle_agent using (EXISTS ( SELECT 1 FROM organisation.absence a WHERE ((a.id = absence_motif.absence_id) AND ((a.agent_id = ( SELECT acces.agent_courant() AS agent_courant)) OR ( SELECT acces.peut('organisation.gerer'::text) AS peut) OR (EXISTS ( SELECT 1 FROM acces.mon_equipe e WHERE (e.agent_id = a.agent_id))))))) with check (EXISTS ( SELECT 1 FROM organisation.absence a WHERE ((a.id = absence_motif.absence_id) AND (( SELECT acces.peut('organisation.gerer'::text) AS peut) OR (EXISTS ( SELECT 1 FROM acces.mon_equipe e WHERE (e.agent_id = a.agent_id)))))))
  grant delete, insert, select, update to marelle_agent
  grant delete, insert, select, update to marelle_systeme

table organisation.affectation
  agent_id uuid not null
  id uuid not null
  nature text not null
  periode daterange not null
  poste_id uuid not null
  version integer not null default 1
  constraint affectation_agent_id_fkey FOREIGN KEY (agent_id) REFERENCES organisation.agent(id)
  constraint affectation_nature_check CHECK ((nature = ANY (ARRAY['titulaire'::text, 'interim'::text, 'remplacement'::text])))
  constraint affectation_periode_check CHECK ((NOT isempty(periode)))
  constraint affectation_pkey PRIMARY KEY (id)
  constraint affectation_poste_id_fkey FOREIGN KEY (poste_id) REFERENCES organisation.poste(id)
  constraint affectation_un_titulaire EXCLUDE USING gist (((poste_id)::text) WITH =, periode WITH &&) WHERE ((nature = 'titulaire'::text))
  constraint affectation_une_fois EXCLUDE USING gist (((poste_id)::text) WITH =, ((agent_id)::text) WITH =, periode WITH &&)
  index affectation_agent_id_idx btree (agent_id)
  index affectation_poste btree (poste_id) INCLUDE (agent_id, periode, nature)
  policy gerer all to marelle_agent using ( SELECT acces.peut('organisation.gerer'::text) AS peut) with check ( SELECT acces.peut('organisation.gerer'::text) AS peut)
  policy lire select to marelle_agent using ( SELECT acces.session_ouverte() AS session_ouverte)
  grant delete, insert, select, update to marelle_agent
  grant delete, insert, select, update to marelle_systeme

table organisation.agent
  courriel text
  id uuid not null
  matricule text not null
  metier text not null
  nature text not null default 'personne'::text
  nom text not null
  periode daterange not null
  prenom text not null
  telephone text
  tri text generated as acces.normalise(((nom || ' '::text) || prenom))
  version integer not null default 1
  constraint agent_courriel_key UNIQUE (courriel)
  constraint agent_matricule_key UNIQUE (matricule)
  constraint agent_nature_check CHECK ((nature = ANY (ARRAY['personne'::text, 'service'::text])))
  constraint agent_periode_check CHECK ((NOT isempty(periode)))
  constraint agent_pkey PRIMARY KEY (id)
  index agent_tri_idx btree (tri)
  index agent_tri_idx1 gin (tri public.gin_trgm_ops)
  trigger creches_ajout_1 noter_changement
  trigger creches_change_1 noter_changement
  trigger creches_retrait_1 noter_changement
  policy gerer all to marelle_agent using ( SELECT acces.peut('organisation.gerer'::text) AS peut) with check ( SELECT acces.peut('organisation.gerer'::text) AS peut)
  policy lire select to marelle_agent using ( SELECT acces.session_ouverte() AS session_ouverte)
  grant delete, insert, select, update to marelle_agent
  grant delete, insert, select, update to marelle_systeme

table organisation.avis
  agent_id uuid not null
  cree_le timestamp with time zone not null default transaction_timestamp()
  id uuid not null
  lien text
  lu_le timestamp with time zone
  texte text not null
  titre text not null
  constraint avis_agent_id_fkey FOREIGN KEY (agent_id) REFERENCES organisation.agent(id)
  constraint avis_pkey PRIMARY KEY (id)
  index avis_agent_id_cree_le_idx btree (agent_id, cree_le DESC)
  policy adresser insert to marelle_agent with check ( SELECT acces.session_ouverte() AS session_ouverte)
  policy lire select to marelle_agent using (agent_id = ( SELECT acces.agent_courant() AS agent_courant))
  policy marquer update to marelle_agent using (agent_id = ( SELECT acces.agent_courant() AS agent_courant)) with check (agent_id = ( SELECT acces.agent_courant() AS agent_courant))
  grant delete, insert, select, update to marelle_agent
  grant delete, insert, select, update to marelle_systeme

table organisation.commune
  code text not null
  codes_postaux text[] not null default '{}'::text[]
  departement_code text not null
  nom text not null
  population integer
  tri text generated as acces.normalise(nom)
  constraint commune_pkey PRIMARY KEY (code)
  index commune_departement_code_tri_idx btree (departement_code, tri)
  policy lire select to marelle_agent using ( SELECT acces.session_ouverte() AS session_ouverte)
  grant delete, insert, select, update to marelle_agent
  grant delete, insert, select, update to marelle_systeme

table organisation.delegation
  acte text not null
  agent_id uuid not null
  arrete_le date not null
  arrete_numero text not null
  id uuid not null
  periode daterange not null
  suppleance boolean not null default false
  unite_id uuid not null
  version integer not null default 1
  constraint delegation_agent_id_fkey FOREIGN KEY (agent_id) REFERENCES organisation.agent(id)
  constraint delegation_periode_check CHECK ((NOT isempty(periode)))
  constraint delegation_pkey PRIMARY KEY (id)
  constraint delegation_une_fois EXCLUDE USING gist (agent_id WITH =, acte WITH =, unite_id WITH =, periode WITH &&)
  constraint delegation_unite_id_fkey FOREIGN KEY (unite_id) REFERENCES organisation.unite(id)
  index delegation_acte_idx btree (acte)
  policy gerer all to marelle_agent using ( SELECT acces.peut('delegations.gerer'::text) AS peut) with check ( SELECT acces.peut('delegations.gerer'::text) AS peut)
  policy lire select to marelle_agent using ( SELECT acces.session_ouverte() AS session_ouverte)
  grant delete, insert, select, update to marelle_agent
  grant delete, insert, select, update to marelle_systeme

table organisation.installation
  demo boolean not null default false
  departement_code text not null
  departement_nom text not null
  jour_fige date
  unique_ligne boolean not null default true
  constraint installation_check CHECK ((demo OR (jour_fige IS NULL)))
  constraint installation_pkey PRIMARY KEY (unique_ligne)
  constraint installation_unique_ligne_check CHECK (unique_ligne)
  policy connexion select to marelle_comptes using true
  policy lire select to marelle_agent using ( SELECT acces.session_ouverte() AS session_ouverte)
  grant delete, insert, select, update to marelle_agent
  grant delete, insert, select, update to marelle_systeme

table organisation.parametre
  cle text not null
  confiance text not null
  id uuid not null
  periode daterange not null
  source text not null
  valeur jsonb not null
  constraint parametre_confiance_check CHECK ((confiance = ANY (ARRAY['verifie'::text, 'a-confirmer'::text, 'local'::text])))
  constraint parametre_periode_check CHECK ((NOT isempty(periode)))
  constraint parametre_pkey PRIMARY KEY (id)
  constraint parametre_une_valeur EXCLUDE USING gist (cle WITH =, periode WITH &&)
  trigger echeances_suivre suivre_reglage
  trigger heures_ajout noter_changement
  trigger heures_change noter_changement
  trigger heures_retrait noter_changement
  policy gerer all to marelle_agent using ( SELECT acces.peut('parametres.gerer'::text) AS peut) with check ( SELECT acces.peut('parametres.gerer'::text) AS peut)
  policy lire select to marelle_agent using ( SELECT acces.session_ouverte() AS session_ouverte)
  grant delete, insert, select, update to marelle_agent
  grant delete, insert, select, update to marelle_systeme

table organisation.poste
  id uuid not null
  intitule text not null
  metier text not null
  numero text not null
  periode daterange not null
  profil text not null
  quotite numeric(5,2) not null default 100
  responsable_id uuid
  unite_id uuid not null
  version integer not null default 1
  constraint poste_check CHECK ((responsable_id <> id))
  constraint poste_numero_key UNIQUE (numero)
  constraint poste_periode_check CHECK ((NOT isempty(periode)))
  constraint poste_pkey PRIMARY KEY (id)
  constraint poste_quotite_check CHECK (((quotite > (0)::numeric) AND (quotite <= (100)::numeric)))
  constraint poste_responsable_id_fkey FOREIGN KEY (responsable_id) REFERENCES organisation.poste(id)
  constraint poste_unite_id_fkey FOREIGN KEY (unite_id) REFERENCES organisation.unite(id)
  index poste_responsable_id_idx btree (responsable_id)
  index poste_unite_id_idx btree (unite_id)
  policy gerer all to marelle_agent using ( SELECT acces.peut('organisation.gerer'::text) AS peut) with check ( SELECT acces.peut('organisation.gerer'::text) AS peut)
  policy lire select to marelle_agent using ( SELECT acces.session_ouverte() AS session_ouverte)
  grant delete, insert, select, update to marelle_agent
  grant delete, insert, select, update to marelle_systeme

table organisation.secteur
  commune_code text not null
  id uuid not null
  periode daterange not null
  quartier text not null default ''::text
  unite_id uuid not null
  constraint secteur_commune_code_fkey FOREIGN KEY (commune_code) REFERENCES organisation.commune(code)
  constraint secteur_periode_check CHECK ((NOT isempty(periode)))
  constraint secteur_pkey PRIMARY KEY (id)
  constraint secteur_un_seul_site EXCLUDE USING gist (commune_code WITH =, quartier WITH =, periode WITH &&)
  constraint secteur_unite_id_fkey FOREIGN KEY (unite_id) REFERENCES organisation.unite(id)
  index secteur_unite_id_idx btree (unite_id)
  policy gerer all to marelle_agent using ( SELECT acces.peut('organisation.gerer'::text) AS peut) with check ( SELECT acces.peut('organisation.gerer'::text) AS peut)
  policy lire select to marelle_agent using ( SELECT acces.session_ouverte() AS session_ouverte)
  grant delete, insert, select, update to marelle_agent
  grant delete, insert, select, update to marelle_systeme

table organisation.unite
  adresse text
  code text not null
  commune_code text
  id uuid not null
  nature text not null
  nom text not null
  parent_id uuid
  periode daterange not null
  telephone text
  version integer not null default 1
  constraint unite_check CHECK (((nature = 'departement'::text) = (parent_id IS NULL)))
  constraint unite_code_key UNIQUE (code)
  constraint unite_commune_code_fkey FOREIGN KEY (commune_code) REFERENCES organisation.commune(code)
  constraint unite_nature_check CHECK ((nature = ANY (ARRAY['departement'::text, 'direction'::text, 'service'::text, 'territoire'::text, 'site'::text, 'eaje'::text])))
  constraint unite_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES organisation.unite(id)
  constraint unite_periode_check CHECK ((NOT isempty(periode)))
  constraint unite_pkey PRIMARY KEY (id)
  index unite_parent_id_idx btree (parent_id)
  trigger creches_ajout_1 noter_changement
  trigger creches_ajout_2 noter_changement
  trigger creches_change_1 noter_changement
  trigger creches_change_2 noter_changement
  trigger creches_retrait_1 noter_changement
  trigger creches_retrait_2 noter_changement
  trigger heures_ajout noter_changement
  trigger heures_change noter_changement
  trigger heures_retrait noter_changement
  trigger refaire_ascendance refaire_ascendance
  policy gerer all to marelle_agent using ( SELECT acces.peut('organisation.gerer'::text) AS peut) with check ( SELECT acces.peut('organisation.gerer'::text) AS peut)
  policy lire select to marelle_agent using ( SELECT acces.session_ouverte() AS session_ouverte)
  grant delete, insert, select, update to marelle_agent
  grant delete, insert, select, update to marelle_systeme

table organisation.unite_ascendance
  ancetre_id uuid not null
  distance integer not null
  unite_id uuid not null
  constraint unite_ascendance_ancetre_id_fkey FOREIGN KEY (ancetre_id) REFERENCES organisation.unite(id) ON DELETE CASCADE
  constraint unite_ascendance_pkey PRIMARY KEY (unite_id, ancetre_id)
  constraint unite_ascendance_unite_id_fkey FOREIGN KEY (unite_id) REFERENCES organisation.unite(id) ON DELETE CASCADE
  index unite_ascendance_ancetre_id_idx btree (ancetre_id)
  policy lire select to marelle_agent using ( SELECT acces.session_ouverte() AS session_ouverte)
  grant delete, insert, select, update to marelle_agent
  grant delete, insert, select, update to marelle_systeme

table rapprochement.cle_en_attente
  marquee_le timestamp with time zone not null default clock_timestamp()
  personne_id uuid not null
  constraint cle_en_attente_pkey PRIMARY KEY (personne_id)
  grant delete, insert, select, update to marelle_systeme

table rapprochement.cle_recherche
  cle text not null
  personne_id uuid not null
  constraint cle_recherche_cle_check CHECK ((length(cle) <= 12))
  constraint cle_recherche_pkey PRIMARY KEY (personne_id, cle)
  index cle_recherche_cle btree (cle, personne_id)
  grant delete, insert, select, update to marelle_systeme

table rapprochement.cle_version
  id boolean not null default true
  version integer not null
  constraint cle_version_id_check CHECK (id)
  constraint cle_version_pkey PRIMARY KEY (id)
  grant delete, insert, select, update to marelle_systeme

table rapprochement.distinction
  autre_id uuid not null
  dite_le timestamp with time zone not null default transaction_timestamp()
  id uuid not null
  motif text not null
  par_id uuid not null default acces.agent_courant()
  personne_id uuid not null
  constraint distinction_autre_id_fkey FOREIGN KEY (autre_id) REFERENCES enfants.personne(id)
  constraint distinction_motif_check CHECK ((TRIM(BOTH FROM motif) <> ''::text))
  constraint distinction_par_id_fkey FOREIGN KEY (par_id) REFERENCES organisation.agent(id)
  constraint distinction_personne_id_fkey FOREIGN KEY (personne_id) REFERENCES enfants.personne(id)
  constraint distinction_pkey PRIMARY KEY (id)
  index UNIQUE distinction_paire btree (LEAST(personne_id, autre_id), GREATEST(personne_id, autre_id))
  index distinction_autre_id_idx btree (autre_id)
  index distinction_par_id_idx btree (par_id)
  policy dire insert to marelle_agent with check ((( SELECT acces.peut('enfants.modifier'::text) AS peut) OR ( SELECT acces.peut('enfants.creer'::text) AS peut)) AND (personne_id <> autre_id) AND (par_id = ( SELECT acces.agent_courant() AS agent_courant)) AND acces.reconnait_personne(personne_id) AND acces.reconnait_personne(autre_id))
  policy lire select to marelle_agent using (acces.reconnait_personne(personne_id) AND acces.reconnait_personne(autre_id))
  grant delete, insert, select, update to marelle_systeme
  grant insert, select to marelle_agent

table reprise.correspondance
  id uuid not null
  nature text not null
  nom text not null
  titres jsonb not null
  version integer not null default 1
  constraint correspondance_nature_check CHECK ((nature = ANY (ARRAY['organisation'::text, 'agents'::text, 'personnes'::text, 'enfants'::text])))
  constraint correspondance_nom UNIQUE (nature, nom)
  constraint correspondance_pkey PRIMARY KEY (id)
  policy gerer all to marelle_agent using ( SELECT acces.peut('reprise.importer'::text) AS peut) with check ( SELECT acces.peut('reprise.importer'::text) AS peut)
  grant delete, insert, select, update to marelle_agent
  grant delete, insert, select, update to marelle_systeme

table reprise.ecart
  apres text not null
  champ text not null
  importation_id uuid not null
  numero integer not null
  rang integer not null
  constraint ecart_importation_id_numero_fkey FOREIGN KEY (importation_id, numero) REFERENCES reprise.ligne(importation_id, numero) ON DELETE CASCADE
  constraint ecart_pkey PRIMARY KEY (importation_id, numero, rang)
  policy lire select to marelle_agent using (EXISTS ( SELECT 1 FROM reprise.ligne l WHERE ((l.importation_id = ecart.importation_id) AND (l.numero = ecart.numero))))
  grant delete, insert, select, update to marelle_agent
  grant delete, insert, select, update to marelle_systeme

table reprise.ecart_avant
  avant text not null
  importation_id uuid not null
  numero integer not null
  objet_id uuid not null
  rang integer not null
  constraint ecart_avant_importation_id_numero_rang_fkey FOREIGN KEY (importation_id, numero, rang) REFERENCES reprise.ecart(importation_id, numero, rang) ON DELETE CASCADE
  constraint ecart_avant_pkey PRIMARY KEY (importation_id, numero, rang)
  policy lire select to marelle_agent using ((EXISTS ( SELECT 1 FROM reprise.ligne l WHERE ((l.importation_id = ecart_avant.importation_id) AND (l.numero = ecart_avant.numero)))) AND ((EXISTS ( SELECT 1 FROM reprise.importation i WHERE ((i.id = ecart_avant.importation_id) AND (i.nature = ANY (ARRAY['organisation'::text, 'agents'::text]))))) OR (EXISTS ( SELECT 1 FROM enfants.personne p WHERE (p.id = ecart_avant.objet_id)))))
  grant delete, insert, select, update to marelle_agent
  grant delete, insert, select, update to marelle_systeme

table reprise.ecriture
  apres jsonb not null
  avant jsonb
  importation_id uuid not null
  numero integer not null
  objet_id uuid not null
  rang integer not null
  relation text not null
  constraint ecriture_importation_id_numero_fkey FOREIGN KEY (importation_id, numero) REFERENCES reprise.ligne(importation_id, numero) ON DELETE CASCADE
  constraint ecriture_pkey PRIMARY KEY (importation_id, numero, rang)
  grant delete, insert, select, update to marelle_agent
  grant delete, insert, select, update to marelle_systeme

table reprise.fichier
  contenu bytea not null
  importation_id uuid not null
  constraint fichier_importation_id_fkey FOREIGN KEY (importation_id) REFERENCES reprise.importation(id) ON DELETE CASCADE
  constraint fichier_pkey PRIMARY KEY (importation_id)
  policy deposer insert to marelle_agent with check ( SELECT acces.peut('reprise.importer'::text) AS peut)
  grant delete, insert, select, update to marelle_agent
  grant delete, insert, select, update to marelle_systeme

table reprise.importation
  analysee_le timestamp with time zone
  annulee_le timestamp with time zone
  avancement integer not null default 0
  avertissements text[] not null default '{}'::text[]
  cree_le timestamp with time zone not null default transaction_timestamp()
  entetes text[] not null default '{}'::text[]
  etat text not null default 'a-analyser'::text
  executee_le timestamp with time zone
  fichier_nom text not null
  id uuid not null
  interrompue_pendant text
  motif text
  nature text not null
  par_id uuid
  titres jsonb not null default '{}'::jsonb
  total integer not null default 0
  vu_le timestamp with time zone
  constraint importation_check CHECK (((etat = 'interrompue'::text) = (interrompue_pendant IS NOT NULL)))
  constraint importation_etat_check CHECK ((etat = ANY (ARRAY['a-analyser'::text, 'en-analyse'::text, 'analysee'::text, 'a-executer'::text, 'en-execution'::text, 'executee'::text, 'a-annuler'::text, 'en-annulation'::text, 'annulee'::text, 'illisible'::text, 'interrompue'::text])))
  constraint importation_interrompue_pendant_check CHECK ((interrompue_pendant = ANY (ARRAY['en-analyse'::text, 'en-execution'::text, 'en-annulation'::text])))
  constraint importation_nature_check CHECK ((nature = ANY (ARRAY['organisation'::text, 'agents'::text, 'personnes'::text, 'enfants'::text])))
  constraint importation_par_id_fkey FOREIGN KEY (par_id) REFERENCES organisation.agent(id)
  constraint importation_pkey PRIMARY KEY (id)
  index importation_cree_le_idx btree (cree_le DESC)
  policy conduire update to marelle_agent using (( SELECT acces.peut('reprise.importer'::text) AS peut) AND ((par_id IS NULL) OR (par_id = ( SELECT acces.agent_courant() AS agent_courant)))) with check ((par_id IS NULL) OR (par_id = ( SELECT acces.agent_courant() AS agent_courant)))
  policy deposer insert to marelle_agent with check (( SELECT acces.peut('reprise.importer'::text) AS peut) AND (par_id = ( SELECT acces.agent_courant() AS agent_courant)))
  policy lire select to marelle_agent using ( SELECT acces.peut('reprise.importer'::text) AS peut)
  grant delete, insert, select, update to marelle_agent
  grant delete, insert, select, update to marelle_systeme

table reprise.ligne
  annulee_le timestamp with time zone
  brut jsonb not null
  candidats jsonb not null default '[]'::jsonb
  cle text
  decision text
  decision_objet_id uuid
  empreinte text
  etat text not null default 'lue'::text
  executee_le timestamp with time zone
  identite text
  importation_id uuid not null
  laissee text
  motif text
  numero integer not null
  objet_id uuid
  ordre integer not null
  refus jsonb not null default '[]'::jsonb
  remarques text[] not null default '{}'::text[]
  saisie jsonb
  constraint ligne_check CHECK (((decision = 'lier'::text) = (decision_objet_id IS NOT NULL)))
  constraint ligne_decision_check CHECK ((decision = ANY (ARRAY['creer'::text, 'lier'::text, 'ignorer'::text])))
  constraint ligne_etat_check CHECK ((etat = ANY (ARRAY['lue'::text, 'creee'::text, 'modifiee'::text, 'inchangee'::text, 'douteuse'::text, 'refusee'::text])))
  constraint ligne_importation_id_fkey FOREIGN KEY (importation_id) REFERENCES reprise.importation(id) ON DELETE CASCADE
  constraint ligne_pkey PRIMARY KEY (importation_id, numero)
  index ligne_importation_id_cle_idx btree (importation_id, cle)
  index ligne_importation_id_etat_numero_idx btree (importation_id, etat, numero)
  index ligne_importation_id_identite_idx btree (importation_id, identite)
  index ligne_importation_id_ordre_idx btree (importation_id, ordre)
  policy lire select to marelle_agent using (EXISTS ( SELECT 1 FROM reprise.importation i WHERE ((i.id = ligne.importation_id) AND ((i.par_id IS NULL) OR (i.par_id = ( SELECT acces.agent_courant() AS agent_courant))))))
  policy trancher update to marelle_agent using (EXISTS ( SELECT 1 FROM reprise.importation i WHERE ((i.id = ligne.importation_id) AND ((i.par_id IS NULL) OR (i.par_id = ( SELECT acces.agent_courant() AS agent_courant)))))) with check ((EXISTS ( SELECT 1 FROM reprise.importation i WHERE ((i.id = ligne.importation_id) AND ((i.par_id IS NULL) OR (i.par_id = ( SELECT acces.agent_courant() AS agent_courant)))))) AND ((decision_objet_id IS NULL) OR (EXISTS ( SELECT 1 FROM organisation.unite u WHERE (u.id = ligne.decision_objet_id))) OR (EXISTS ( SELECT 1 FROM organisation.poste p WHERE (p.id = ligne.decision_objet_id))) OR (EXISTS ( SELECT 1 FROM organisation.agent a WHERE (a.id = ligne.decision_objet_id))) OR (EXISTS ( SELECT 1 FROM enfants.personne p WHERE (p.id = ligne.decision_objet_id)))))
  grant delete, insert, select, update to marelle_systeme
  grant select to marelle_agent

table trames.trame
  contenu bytea
  cree_le timestamp with time zone not null default transaction_timestamp()
  fichier_nom text
  id uuid not null
  motif text not null
  nature text not null
  par_id uuid not null
  version integer not null
  constraint trame_check CHECK (((contenu IS NULL) = (fichier_nom IS NULL)))
  constraint trame_contenu_check CHECK (((octet_length(contenu) >= 1) AND (octet_length(contenu) <= 5000000)))
  constraint trame_motif_check CHECK ((motif <> ''::text))
  constraint trame_nature_check CHECK ((nature ~ '^[a-z][a-z0-9-]{2,60}$'::text))
  constraint trame_par_id_fkey FOREIGN KEY (par_id) REFERENCES organisation.agent(id)
  constraint trame_pkey PRIMARY KEY (id)
  constraint trame_version_check CHECK ((version > 0))
  constraint trame_version_unique UNIQUE (nature, version)
  policy deposer insert to marelle_agent with check (( SELECT acces.peut('trames.gerer'::text) AS peut) AND (par_id = ( SELECT acces.agent_courant() AS agent_courant)))
  policy lire select to marelle_agent using ( SELECT acces.session_ouverte() AS session_ouverte)
  grant insert, select to marelle_systeme
  grant select to marelle_agent

table travaux.demande
  cle text
  demandee_le timestamp with time zone not null default transaction_timestamp()
  donnees jsonb not null default '{}'::jsonb
  id uuid not null
  par_id uuid
  prise_le timestamp with time zone
  travail text not null
  constraint demande_par_id_fkey FOREIGN KEY (par_id) REFERENCES organisation.agent(id)
  constraint demande_pkey PRIMARY KEY (id)
  index demande_demandee_le_idx btree (demandee_le) WHERE (prise_le IS NULL)
  trigger reveiller reveiller
  policy demander insert to marelle_agent with check ((par_id = ( SELECT acces.agent_courant() AS agent_courant)) AND (prise_le IS NULL) AND ((( SELECT acces.peut('travaux.relancer'::text) AS peut) AND (donnees = '{}'::jsonb) AND (EXISTS ( SELECT 1 FROM travaux.travail t WHERE ((t.nom = demande.travail) AND (t.heure IS NOT NULL))))) OR ((travail = 'reprise.importation.faire'::text) AND (EXISTS ( SELECT 1 FROM reprise.importation i WHERE (((i.id)::text = (demande.donnees ->> 'importationId'::text)) AND ((i.par_id IS NULL) OR (i.par_id = ( SELECT acces.agent_courant() AS agent_courant)))))))))
  policy demander_import_badges insert to marelle_agent with check ((par_id = ( SELECT acces.agent_courant() AS agent_courant)) AND (prise_le IS NULL) AND (travail = 'pointages.import.faire'::text) AND ((donnees ->> 'agentId'::text) = (( SELECT acces.agent_courant() AS agent_courant))::text) AND (EXISTS ( SELECT 1 FROM eaje.import_badges i WHERE ((i.id)::text = (demande.donnees ->> 'importId'::text)))))
  policy lire select to marelle_agent using (( SELECT acces.peut('travaux.lire'::text) AS peut) OR (par_id = ( SELECT acces.agent_courant() AS agent_courant)))
  grant delete, insert, select, update to marelle_systeme
  grant insert, select to marelle_agent

table travaux.passage
  bilan text
  debut_le timestamp with time zone not null default clock_timestamp()
  essai integer not null
  file_id uuid not null
  fin_le timestamp with time zone
  id uuid not null
  issue text
  reference uuid
  travail text not null
  constraint passage_check CHECK (((fin_le IS NULL) = (issue IS NULL)))
  constraint passage_essai_check CHECK ((essai > 0))
  constraint passage_issue_check CHECK ((issue = ANY (ARRAY['fait'::text, 'echec'::text, 'coupe'::text])))
  constraint passage_pkey PRIMARY KEY (id)
  constraint passage_travail_fkey FOREIGN KEY (travail) REFERENCES travaux.travail(nom) ON DELETE CASCADE
  index passage_debut_le_idx btree (debut_le DESC)
  index passage_file_id_idx btree (file_id) WHERE (issue IS NULL)
  index passage_travail_debut_le_idx btree (travail, debut_le DESC)
  policy lire select to marelle_agent using ( SELECT acces.peut('travaux.lire'::text) AS peut)
  grant delete, insert, select, update to marelle_systeme
  grant select to marelle_agent

table travaux.travail
  duree_maximale_secondes integer not null
  heure time without time zone
  nom text not null
  reprises integer not null default 4
  titre text not null
  constraint travail_duree_maximale_secondes_check CHECK ((duree_maximale_secondes > 0))
  constraint travail_pkey PRIMARY KEY (nom)
  constraint travail_reprises_check CHECK ((reprises >= 0))
  policy lire select to marelle_agent using ( SELECT acces.peut('travaux.lire'::text) AS peut)
  grant delete, insert, select, update to marelle_systeme
  grant select to marelle_agent

view acces.dossiers_revus
  bris_id uuid
  numero text
  grant select to marelle_agent
  grant select to marelle_systeme

view acces.enfants_a_rouvrir
  enfant_id uuid
  grant select to marelle_agent
  grant select to marelle_systeme

view acces.enfants_de_mes_missions
  enfant_id uuid
  grant select to marelle_systeme

view acces.enfants_que_je_suis
  enfant_id uuid
  grant select to marelle_agent
  grant select to marelle_systeme

view acces.enfants_restreints
  id uuid
  grant select to marelle_agent
  grant select to marelle_systeme

view acces.equipes_de_mes_informations
  agent_id uuid
  etat text
  information_id uuid
  periode daterange
  grant select to marelle_agent
  grant select to marelle_systeme

view acces.equipes_du_jour
  agent_id uuid
  echeance date
  etat text
  information_id uuid
  numero text
  unite_id uuid
  grant select to marelle_agent
  grant select to marelle_systeme

view acces.fiches_absorbees
  absorbee_id uuid
  gardee_id uuid
  grant select to marelle_agent
  grant select to marelle_systeme

view acces.informations_de_mes_enfants
  information_id uuid
  grant select to marelle_agent
  grant select to marelle_systeme

view acces.informations_restreintes
  information_id uuid
  grant select to marelle_agent
  grant select to marelle_systeme

view acces.mes_dossiers
  clos_le date
  date_naissance date
  id uuid
  naissance_precision text
  nom text
  nom_usage text
  numero text
  ouvert_le date
  prenom text
  referent_id uuid
  restreint boolean
  sans_suivi boolean
  sexe text
  statut text
  suivi_fini_le date
  tri text
  unite_id uuid
  grant select to marelle_agent
  grant select to marelle_systeme

view acces.mes_echeances
  acteur text
  agent_id uuid
  apparue_le timestamp with time zone
  enfant_id uuid
  etablissement_id uuid
  gravite text
  id uuid
  information_id uuid
  mesure_id uuid
  pour date
  regle text
  unite_id uuid
  grant select to marelle_agent
  grant select to marelle_systeme

view acces.mes_enfants
  enfant_id uuid
  grant select to marelle_agent
  grant select to marelle_systeme

view acces.mes_enfants_clos
  enfant_id uuid
  grant select to marelle_systeme

view acces.mes_enfants_du_jour
  enfant_id uuid
  grant select to marelle_systeme

view acces.mes_enfants_hors_territoire
  enfant_id uuid
  grant select to marelle_systeme

view acces.mes_enfants_nommes
  enfant_id uuid
  grant select to marelle_agent
  grant select to marelle_systeme

view acces.mes_evaluations
  information_id uuid
  grant select to marelle_agent
  grant select to marelle_systeme

view acces.mes_informations
  close_le date
  delai_reduit_jours integer
  echeance date
  etat text
  id uuid
  numero text
  qualifiee_le date
  rapport_valide_le date
  recue_le date
  unite_id uuid
  grant select to marelle_agent
  grant select to marelle_systeme

view acces.mes_mesures
  code text
  date_naissance date
  debut_le date
  decidee_le date
  demandee_le date
  enfant_id uuid
  etat text
  finie_le date
  groupe text
  id uuid
  nom text
  nom_usage text
  numero text
  origine text
  periode daterange
  prenom text
  recherche text
  restreint boolean
  service text
  tri text
  unite_id uuid
  version integer
  grant select to marelle_agent
  grant select to marelle_systeme

view acces.mes_naissances
  date_naissance date
  enfant_id uuid
  grant select to marelle_agent
  grant select to marelle_systeme

view acces.mes_personnes
  id uuid
  grant select to marelle_agent
  grant select to marelle_systeme

view acces.mes_referents
  agent_id uuid
  enfants integer
  grant select to marelle_agent
  grant select to marelle_systeme

view acces.mineurs_de_mes_informations
  information_id uuid
  nom text
  prenom text
  rang integer
  grant select to marelle_agent
  grant select to marelle_systeme

view acces.mon_equipe
  agent_id uuid
  grant select to marelle_agent
  grant select to marelle_systeme

view acces.relais_du_jour
  agent_id uuid
  jusqu_au date
  relais_id uuid
  grant select to marelle_agent
  grant select to marelle_systeme

view acces.signalements_que_je_conduis
  cree_le timestamp with time zone
  dit_le date
  envoye_a timestamp with time zone
  etat text
  id uuid
  information_id uuid
  motif text
  numero text
  relance_le date
  suites_le date
  unite_id uuid
  urgent boolean
  valide_le date
  grant select to marelle_agent
  grant select to marelle_systeme

view eaje.fait
  date date
  donnees jsonb
  etablissement_id uuid
  instant timestamp with time zone
  type text
  grant delete, insert, select, update to marelle_systeme

view eaje.fait_budget
  date date
  donnees jsonb
  etablissement_id uuid
  instant timestamp with time zone
  type text
  grant delete, insert, select, update to marelle_systeme

view eaje.fait_structure
  date date
  donnees jsonb
  etablissement_id uuid
  instant timestamp with time zone
  type text
  grant delete, insert, select, update to marelle_systeme

view eaje.fait_suivi
  date date
  donnees jsonb
  etablissement_id uuid
  instant timestamp with time zone
  type text
  grant delete, insert, select, update to marelle_systeme

view eaje.fait_travaux
  date date
  donnees jsonb
  etablissement_id uuid
  instant timestamp with time zone
  type text
  grant delete, insert, select, update to marelle_systeme

view enfants.fait
  date date
  donnees jsonb
  enfant_id uuid
  instant timestamp with time zone
  mesure_id uuid
  type text
  grant delete, insert, select, update to marelle_systeme

view ip.fait
  date date
  donnees jsonb
  information_id uuid
  instant timestamp with time zone
  type text
  grant delete, insert, select, update to marelle_systeme

view mesures.decision_en_vigueur
  arrete_numero text
  au date
  confie_a text
  confie_precision text
  correction_motif text
  corrige_id uuid
  decideur text
  droits_visite text
  du date
  fondement text
  id uuid
  inscrite_le timestamp with time zone
  instant timestamp with time zone
  juge text
  juridiction text
  le date
  lieu_decouverte boolean
  lot_id uuid
  mesure_id uuid
  motifs text
  nature text
  numero text
  par_id uuid
  rapport_tous_les_mois integer
  recue_le date
  sans_audition boolean
  signataire_id uuid
  grant delete, insert, select, update to marelle_agent
  grant delete, insert, select, update to marelle_systeme

view mesures.execution_en_vigueur
  annule boolean
  correction_motif text
  corrige_id uuid
  detenteur text
  detenteur_id uuid
  id uuid
  inscrite_le timestamp with time zone
  instant timestamp with time zone
  le date
  mesure_id uuid
  motif text
  nature text
  par_id uuid
  precision text
  raison text
  risque text
  grant delete, insert, select, update to marelle_agent
  grant delete, insert, select, update to marelle_systeme

view mesures.fait
  date date
  donnees jsonb
  enfant_id uuid
  instant timestamp with time zone
  mesure_id uuid
  type text
  grant delete, insert, select, update to marelle_agent
  grant delete, insert, select, update to marelle_systeme

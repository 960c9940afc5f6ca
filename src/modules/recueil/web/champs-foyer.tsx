import { LIBELLE_QUALITE, LIBELLE_ROLE } from '#modules/informations-preoccupantes/index.ts';
import { LIBELLE_NAISSANCE_PRECISION, LIBELLE_SEXE } from '#modules/personnes/index.ts';
import { Bouton, Boutons } from '#web/ui/bouton.tsx';
import { CasesACocher, ChampSelection } from '#web/ui/champ-choix.tsx';
import { ChampJour, ChampTexte } from '#web/ui/champ-texte.tsx';
import { buildChoix, readValeur } from '#web/ui/choix.ts';
import { countBlocs, type Groupe, type Valeurs } from './blocs.ts';

export type Formulaire = { valeurs: Valeurs; erreurs: Readonly<Record<string, string>> };

/** Ce qu'un champ du formulaire montre : ce qui a été tapé, et ce qui ne va pas. */
export function buildChamp({ valeurs, erreurs }: Formulaire) {
  return (nom: string, defaut: string | null = null) => ({
    nom,
    erreur: erreurs[nom],
    valeur: readValeur(valeurs, nom, defaut),
  });
}

/** Les enfants du foyer : autant de blocs qu'il en faut, une identité partielle suffit. */
export function ChampsMineurs({ formulaire, offerts = 1 }: { formulaire: Formulaire; offerts?: number }) {
  const nombre = countBlocs(formulaire.valeurs, 'mineurs', offerts);
  return (
    <Blocs
      titre="Les enfants du foyer"
      aide="Celui dont on parle et tous ceux qui vivent là, même sans leur nom : chacun aura sa part d’évaluation (IP-012). Des jumeaux à naître font deux blocs."
      groupe="mineurs"
      ajouter="Ajouter un enfant"
      nombre={nombre}
      legende={(rang) => `Enfant ${rang + 1}`}
      bloc={(rang) => <ChampsMineur formulaire={formulaire} rang={rang} />}
      formulaire={formulaire}
    />
  );
}

function ChampsMineur({ formulaire, rang }: { formulaire: Formulaire; rang: number }) {
  const champDe = buildChamp(formulaire);
  const champ = (nom: string, defaut: string | null = null) => champDe(`mineurs.${rang}.${nom}`, defaut);
  return (
    <>
      <ChampsCaches formulaire={formulaire} bloc={`mineurs.${rang}`} noms={['id', 'enfantId', 'reconnu']} />
      <Reconnu formulaire={formulaire} groupe="mineurs" rang={rang} />
      <div className="groupe-champs">
        <ChampTexte {...champ('prenom')} libelle="Prénom" autoComplete="off" />
        <ChampTexte {...champ('nom')} libelle="Nom" autoComplete="off" />
        <ChampSelection
          {...champ('role', rang === 0 ? 'signale' : 'autre-du-foyer')}
          libelle="Place"
          choix={buildChoix(LIBELLE_ROLE)}
          vide={null}
        />
      </div>
      <div className="groupe-champs">
        <ChampJour {...champ('dateNaissance')} libelle="Date de naissance" aide="Si on la connaît : 04/03/2019" />
        <ChampTexte
          {...champ('ageEstime')}
          libelle="Sinon, âge à peu près"
          aide="En années"
          inputMode="numeric"
          taille="court"
        />
        <ChampSelection {...champ('sexe', 'inconnu')} libelle="Sexe" choix={buildChoix(LIBELLE_SEXE)} vide={null} />
      </div>
      <details className="details">
        <summary>Autre nom, date incertaine, enfant à naître</summary>
        <div className="groupe-champs">
          <ChampTexte {...champ('nomUsage')} libelle="Nom d’usage" autoComplete="off" />
          <ChampSelection
            {...champ('naissancePrecision', 'exacte')}
            libelle="Ce que vaut la date"
            choix={buildChoix(LIBELLE_NAISSANCE_PRECISION)}
            vide={null}
          />
          <CasesACocher
            nom={`mineurs.${rang}.aNaitre`}
            libelle="Grossesse"
            erreur={formulaire.erreurs[`mineurs.${rang}.aNaitre`]}
            choix={[{ valeur: 'oui', libelle: 'Enfant à naître' }]}
            valeurs={readCases(formulaire, `mineurs.${rang}.aNaitre`)}
          />
          <ChampJour {...champ('termePrevu')} libelle="Terme prévu" />
        </div>
      </details>
    </>
  );
}

/** Les adultes du foyer, et qui d'entre eux est titulaire de l'autorité parentale. */
export function ChampsAdultes({ formulaire, offerts = 1 }: { formulaire: Formulaire; offerts?: number }) {
  return (
    <Blocs
      titre="Les adultes"
      aide="Père, mère, tuteur, beau-parent : ceux qu’il faudra prévenir et rencontrer."
      groupe="adultes"
      ajouter="Ajouter un adulte"
      nombre={countBlocs(formulaire.valeurs, 'adultes', offerts)}
      legende={(rang) => `Adulte ${rang + 1}`}
      bloc={(rang) => <ChampsAdulte formulaire={formulaire} rang={rang} />}
      formulaire={formulaire}
    />
  );
}

function ChampsAdulte({ formulaire, rang }: { formulaire: Formulaire; rang: number }) {
  const champDe = buildChamp(formulaire);
  const champ = (nom: string, defaut: string | null = null) => champDe(`adultes.${rang}.${nom}`, defaut);
  return (
    <>
      <ChampsCaches formulaire={formulaire} bloc={`adultes.${rang}`} noms={['id', 'personneId', 'reconnu']} />
      <Reconnu formulaire={formulaire} groupe="adultes" rang={rang} />
      <div className="groupe-champs">
        <ChampSelection {...champ('qualite')} libelle="Qui est-ce pour l’enfant" choix={buildChoix(LIBELLE_QUALITE)} />
        <ChampTexte {...champ('prenom')} libelle="Prénom" autoComplete="off" />
        <ChampTexte {...champ('nom')} libelle="Nom" autoComplete="off" />
      </div>
      <div className="groupe-champs">
        <ChampTexte {...champ('telephone')} libelle="Téléphone" type="tel" autoComplete="off" />
        <ChampJour {...champ('dateNaissance')} libelle="Date de naissance" aide="Si on la connaît" />
        <ChampSelection
          {...champ('titulaire')}
          libelle="Autorité parentale"
          choix={[
            { valeur: 'oui', libelle: 'Titulaire' },
            { valeur: 'non', libelle: 'Pas titulaire' },
          ]}
          vide="Selon sa qualité"
        />
      </div>
    </>
  );
}

type BlocsProps = {
  titre: string;
  aide: string;
  groupe: Groupe;
  ajouter: string;
  nombre: number;
  legende: (rang: number) => string;
  bloc: (rang: number) => React.ReactNode;
  formulaire: Formulaire;
};

function Blocs({ titre, aide, groupe, ajouter, nombre, legende, bloc, formulaire }: BlocsProps) {
  // Un bloc rendu de nouveau par le serveur repart de ce que le serveur dit : un bloc retiré ne laisse pas ses mots au suivant.
  const rendu = String(formulaire.valeurs.rendu ?? '0');
  return (
    <section className="section" id={groupe}>
      <h2>{titre}</h2>
      <p className="champ-aide">{aide}</p>
      {Array.from({ length: nombre }, (_, rang) => (
        <fieldset className="bloc-saisi" key={`${rendu}-${legende(rang)}`} id={`${groupe}-${rang}`}>
          <legend>{legende(rang)}</legend>
          {bloc(rang)}
          {nombre > 1 ? (
            <Bouton name="geste" value={`retirer-${groupe}-${rang}`} formAction={`#${groupe}`} variante="discret" petit>
              Retirer <span className="lecteur">{legende(rang).toLocaleLowerCase('fr')}</span>
            </Bouton>
          ) : null}
        </fieldset>
      ))}
      <Boutons>
        <Bouton name="geste" value={`ajouter-${groupe}`} formAction={`#${groupe}-${nombre}`} petit>
          {ajouter}
        </Bouton>
      </Boutons>
    </section>
  );
}

function ChampsCaches({ formulaire, bloc, noms }: { formulaire: Formulaire; bloc: string; noms: readonly string[] }) {
  return noms.map((nom) => {
    const valeur = readValeur(formulaire.valeurs, `${bloc}.${nom}`);
    return valeur ? <input key={nom} type="hidden" name={`${bloc}.${nom}`} value={valeur} /> : null;
  });
}

/** À qui ce bloc est relié, et de quoi s'en détacher. */
function Reconnu({ formulaire, groupe, rang }: { formulaire: Formulaire; groupe: Groupe; rang: number }) {
  const reconnu = readValeur(formulaire.valeurs, `${groupe}.${rang}.reconnu`);
  if (!reconnu) return null;
  return (
    <p>
      Relié à {reconnu}.{' '}
      <Bouton
        name="geste"
        value={`delier-${groupe}-${rang}`}
        formAction={`#${groupe}-${rang}`}
        variante="discret"
        petit
      >
        Détacher <span className="lecteur">de {reconnu}</span>
      </Bouton>
    </p>
  );
}

export function readCases({ valeurs }: Formulaire, nom: string): readonly string[] {
  const valeur = valeurs[nom];
  return Array.isArray(valeur) ? valeur : valeur ? [valeur] : [];
}

import {
  LIBELLE_CANAL,
  LIBELLE_CATEGORIE,
  LIBELLE_DANGER,
  LIBELLE_SOURCE,
} from '#modules/informations-preoccupantes/index.ts';
import { CasesACocher, ChampSelection, Radios } from '#web/ui/champ-choix.tsx';
import { ChampJour, ChampTexte, ZoneTexte } from '#web/ui/champ-texte.tsx';
import { buildChoix } from '#web/ui/choix.ts';
import { buildChamp, type Formulaire, readCases } from './champs-foyer.tsx';

/** Qui transmet, comment, et s'il veut qu'on le taise. */
export function ChampsSource({ formulaire }: { formulaire: Formulaire }) {
  const champ = buildChamp(formulaire);
  return (
    <section className="section">
      <h2>Qui transmet</h2>
      <div className="groupe-champs">
        <ChampSelection {...champ('source')} libelle="Source" choix={buildChoix(LIBELLE_SOURCE)} requis />
        <ChampSelection {...champ('canal')} libelle="Par quel moyen" choix={buildChoix(LIBELLE_CANAL)} requis />
        <ChampSelection
          {...champ('categorieSource')}
          libelle="Catégorie"
          aide="Elle commande le retour qui lui est dû"
          choix={buildChoix(LIBELLE_CATEGORIE)}
          vide="Selon la source"
        />
      </div>
      <CasesACocher
        nom="anonymatDemande"
        libelle="Anonymat"
        erreur={formulaire.erreurs.anonymatDemande}
        choix={[
          {
            valeur: 'oui',
            libelle: 'Cette personne demande l’anonymat',
            aide: 'Son nom ne se lit alors que de la cellule, et ne figure sur aucun document.',
          },
        ]}
        valeurs={readCases(formulaire, 'anonymatDemande')}
      />
      <div className="groupe-champs">
        <ChampTexte {...champ('auteurNom')} libelle="Nom de la personne" autoComplete="off" />
        <ChampTexte {...champ('auteurQualite')} libelle="Fonction ou lien avec l’enfant" autoComplete="off" />
        <ChampTexte {...champ('auteurOrganisme')} libelle="Organisme" autoComplete="off" />
        <ChampTexte {...champ('auteurTelephone')} libelle="Téléphone" type="tel" autoComplete="off" />
      </div>
      <details className="details">
        <summary>Courriel, adresse, date de transmission, suites demandées, parquet déjà saisi</summary>
        <div className="groupe-champs">
          <ChampTexte {...champ('auteurCourriel')} libelle="Courriel de la personne" type="email" autoComplete="off" />
          <ChampTexte {...champ('auteurAdresse')} libelle="Adresse de la personne" autoComplete="off" />
          <ChampJour {...champ('transmiseLe')} libelle="Transmise le" aide="Si ce n’est pas le jour de réception" />
          <ChampJour
            {...champ('saisineDirecteLe')}
            libelle="Parquet saisi directement le"
            aide="Copie d’un signalement fait par un professionnel (IP-034)"
          />
        </div>
        <CasesACocher
          nom="suitesDemandees"
          libelle="Retour"
          erreur={formulaire.erreurs.suitesDemandees}
          choix={[{ valeur: 'oui', libelle: 'Cette personne demande à connaître les suites (IP-025)' }]}
          valeurs={readCases(formulaire, 'suitesDemandees')}
        />
      </details>
    </section>
  );
}

/** Le récit, les dangers, et si les parents ont été prévenus. */
export function ChampsFaits({ formulaire }: { formulaire: Formulaire }) {
  const champ = buildChamp(formulaire);
  return (
    <section className="section">
      <h2>Les faits</h2>
      <ZoneTexte
        {...champ('faits')}
        libelle="Ce qui est rapporté"
        aide="Les faits, les mots de l’enfant, les dates. Sans jugement."
        lignes={8}
        requis
      />
      <CasesACocher
        nom="typesDanger"
        libelle="Dangers évoqués"
        erreur={formulaire.erreurs.typesDanger}
        choix={buildChoix(LIBELLE_DANGER)}
        valeurs={readCases(formulaire, 'typesDanger')}
        enLigne
      />
      <Radios
        {...champ('parentsInformes', 'inconnu')}
        libelle="Les parents ont-ils été prévenus de cette transmission ?"
        aide="Qui transmet les prévient d’abord, sauf intérêt contraire de l’enfant (CASF, art. L226-2-1)"
        choix={[
          { valeur: 'oui', libelle: 'Oui' },
          { valeur: 'non', libelle: 'Non' },
          { valeur: 'inconnu', libelle: 'On ne le sait pas' },
        ]}
        enLigne
      />
      <ChampTexte {...champ('motifNonInformation')} libelle="Sinon, pourquoi" taille="long" />
    </section>
  );
}

/** Où vit l'enfant ; la liste des communes du département aide à taper. */
export function ChampsAdresse({ formulaire, communes }: { formulaire: Formulaire; communes: readonly string[] }) {
  const champ = buildChamp(formulaire);
  return (
    <section className="section">
      <h2>Où vit l’enfant</h2>
      <div className="groupe-champs">
        <ChampTexte {...champ('voie')} libelle="Numéro et voie" autoComplete="off" />
        <ChampTexte {...champ('complement')} libelle="Complément" autoComplete="off" />
        <ChampTexte
          {...champ('codePostal')}
          libelle="Code postal"
          inputMode="numeric"
          taille="court"
          autoComplete="off"
        />
        <ChampTexte {...champ('communeNom')} libelle="Commune" list="communes" autoComplete="off" />
      </div>
      <datalist id="communes">
        {communes.map((commune) => (
          <option key={commune} value={commune} />
        ))}
      </datalist>
    </section>
  );
}

import type { ChampDeFait } from '#modules/echeances/index.ts';
import { ChampDuFait, formatPhrase } from '#modules/echeances/web/composants.tsx';
import { ZONES_FERIEES } from '#modules/organisation/index.ts';
import { Bouton } from '#web/ui/bouton.tsx';
import { ChampSelection } from '#web/ui/champ-choix.tsx';
import { ChampJour, ChampTexte } from '#web/ui/champ-texte.tsx';
import { buildChoix } from '#web/ui/choix.ts';
import { Details } from '#web/ui/details.tsx';
import type { Erreurs } from '#web/ui/resume-erreurs.tsx';
import type { FaitVu, QueDoitOnVue } from './acte.server.ts';
import { formatNomDeChamp } from './nom-de-champ.ts';
import type { DossierSaisi } from './saisie.ts';

type DossierProps = { saisie: DossierSaisi; erreurs: Erreurs };

export function ChampsDuDossier({ saisie, erreurs }: DossierProps) {
  return (
    <div className="groupe-champs">
      <ChampJour
        nom="naissance"
        libelle="Date de naissance de l’enfant"
        aide="Laissez vide si elle n’est pas connue"
        valeur={saisie.naissance}
        erreur={erreurs.naissance}
      />
      <ChampJour
        nom="aujourdhui"
        libelle="Jour où l’on regarde"
        aide="D’office, aujourd’hui"
        valeur={saisie.aujourdhui}
        erreur={erreurs.aujourdhui}
      />
      <ChampSelection
        nom="zone"
        libelle="Jours fériés de"
        aide="Pour les délais devant le juge, qui se reportent"
        choix={buildChoix(ZONES_FERIEES)}
        vide={null}
        valeur={saisie.zone}
        erreur={erreurs.zone}
      />
    </div>
  );
}

type FaitsProps = Pick<QueDoitOnVue, 'faits' | 'types' | 'erreurs' | 'nouveau'>;

export function FaitsSaisis({ faits, types, erreurs, nouveau }: FaitsProps) {
  return (
    <>
      <h3 id="faits">Ce qui s’est passé</h3>
      {faits.map((fait) => (
        <FaitSaisi key={fait.rang} fait={fait} erreurs={erreurs} />
      ))}
      <div id="nouveau-fait">
        <ChampSelection
          nom="nouveau"
          libelle={faits.length === 0 ? 'Le premier fait' : 'Un autre fait'}
          choix={types}
          valeur={nouveau}
          erreur={erreurs.nouveau}
        />
        <Bouton name="geste" value="ajouter" formAction="/que-doit-on#nouveau-fait">
          Ajouter ce fait
        </Bouton>
      </div>
    </>
  );
}

type FaitProps = { fait: FaitVu; erreurs: Erreurs };

function FaitSaisi({ fait: { rang, type, titre, date, champs, valeurs }, erreurs }: FaitProps) {
  const nom = (champ: string) => formatNomDeChamp(rang, champ);
  const champ = (cle: string) => ({ nom: nom(cle), valeur: valeurs[cle], erreur: erreurs[nom(cle)] });
  const [principaux, autres] = [true, false].map((voulu) => champs.filter((defini) => isPrincipal(defini) === voulu));
  const precise = autres?.some((defini) => valeurs[defini.nom]) || autres?.some((defini) => erreurs[nom(defini.nom)]);
  return (
    <fieldset className="bloc-saisi">
      <legend>{`Fait ${rang} : ${titre}`}</legend>
      <input type="hidden" name={nom('type')} value={type} />
      <div className="groupe-champs">
        <ChampJour {...champ('date')} libelle="Date" aide={formatPhrase(date)} requis />
        <ChampTexte {...champ('heure')} libelle="Heure" aide="Si le délai se compte en heures" taille="court" />
        {principaux?.map((defini) => (
          <ChampDuFait key={defini.nom} defini={defini} {...champ(defini.nom)} />
        ))}
      </div>
      {autres?.length ? (
        <Details titre="Préciser" ouvert={precise}>
          <div className="groupe-champs">
            {autres.map((defini) => (
              <ChampDuFait key={defini.nom} defini={defini} {...champ(defini.nom)} />
            ))}
          </div>
        </Details>
      ) : null}
      <Bouton variante="discret" petit name="geste" value={`retirer-${rang}`} formAction="/que-doit-on#faits">
        {`Retirer le fait ${rang}`}
      </Bouton>
    </fieldset>
  );
}

/** Ce sans quoi le fait ne se lit pas, et la mesure qui le relie aux autres ; le reste se déplie. */
function isPrincipal({ nom, requis }: ChampDeFait): boolean {
  return requis || nom === 'mesure' || nom === 'dureeMois';
}

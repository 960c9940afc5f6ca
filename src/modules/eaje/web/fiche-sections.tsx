import type { JourCivil } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { formatPeriode } from '#shared/periode-format.ts';
import { formatMinutes } from '#shared/quart-d-heure.ts';
import { LienBouton } from '#web/ui/bouton.tsx';
import { Details } from '#web/ui/details.tsx';
import { Etiquette } from '#web/ui/etiquette.tsx';
import { Avis, EtatVide } from '#web/ui/message.tsx';
import { Tableau } from '#web/ui/tableau.tsx';
import { type DocumentTenu, NATURES_DOCUMENT } from '../document.ts';
import {
  type AutorisationInscrite,
  formatJours,
  type SectionInscrite,
  TRANCHES,
  type UniteAccueilInscrite,
} from '../etablissement.ts';
import { formatAdresseCreche } from './adresses.ts';
import {
  type buildDocuments,
  type buildSurnombre,
  formatPendant,
  type LigneExigence,
  type Marche,
  NON_RENSEIGNE,
} from './fiche-view.ts';
import { TraceCapacite } from './trace-capacite.tsx';

export function Exigences({ lignes, id }: { lignes: readonly LigneExigence[]; id: string }) {
  return (
    <section className="section" id="equipe">
      <h2>Ce que sa catégorie exige</h2>
      {lignes.length === 0 ? (
        <EtatVide titre="Sans autorisation en cours">
          Les exigences dépendent des places autorisées : elles apparaîtront avec l’autorisation.
        </EtatVide>
      ) : (
        <Tableau
          legende="Ce que la catégorie exige, ce qui est en place, ce qui manque"
          lignes={lignes}
          cle={({ cle }) => cle}
          ton={({ manque }) => (manque ? 'retard' : undefined)}
          colonnes={[
            { cle: 'quoi', titre: 'Quoi', cellule: ({ quoi }) => quoi },
            { cle: 'exige', titre: 'Exigé', nombre: true, cellule: ({ exige }) => exige },
            { cle: 'enPoste', titre: 'En place', nombre: true, cellule: ({ enPoste }) => enPoste },
            {
              cle: 'manque',
              titre: 'Manque',
              nombre: true,
              cellule: (ligne) => <Manque {...ligne} />,
            },
            { cle: 'textes', titre: 'Texte', cellule: ({ textes }) => <small>{textes}</small> },
          ]}
        />
      )}
      <p>
        <a href={formatAdresseCreche(id, '/professionnels')}>Voir ses professionnels</a> ·{' '}
        <a href={formatAdresseCreche(id, '/referent-sante')}>Heures du référent santé</a>
      </p>
    </section>
  );
}

function Manque({ manque, enPoste }: LigneExigence) {
  if (manque) return <Etiquette ton="retard">{`manque ${manque}`}</Etiquette>;
  return enPoste === NON_RENSEIGNE ? <Etiquette ton="attente">à renseigner</Etiquette> : 'rien';
}

type AutorisationsProps = {
  id: string;
  autorisations: readonly AutorisationInscrite[];
  marches: readonly Marche[];
  surnombre: ReturnType<typeof buildSurnombre>;
  regarde: JourCivil;
  aujourdhui: JourCivil;
  aRenouveler: boolean;
  peut: boolean;
};

export function Autorisations({
  id,
  autorisations,
  marches,
  surnombre,
  regarde,
  aujourdhui,
  aRenouveler,
  peut,
}: AutorisationsProps) {
  const enCours = autorisations.find(({ du, au }) => du <= aujourdhui && (au === null || au >= aujourdhui));
  const autres = autorisations.filter((autorisation) => autorisation !== enCours);
  return (
    <section className="section" id="autorisation">
      <h2>Autorisation et modulation</h2>
      {enCours ? (
        <>
          <p>
            <strong>{enCours.places} places</strong>, {formatPeriode(enCours.du, enCours.au)}, arrêté{' '}
            {enCours.arreteNumero} du {formatJour(enCours.arreteLe, 'long')}
            {aRenouveler ? (
              <>
                {' '}
                <Etiquette ton="bientot">à renouveler</Etiquette>
              </>
            ) : null}
          </p>
          <p className="petit">Places offertes {formatJour(regarde, 'complet')} :</p>
          <TraceCapacite marches={marches} />
          <Modulations autorisation={enCours} />
          {surnombre ? (
            <p>
              {surnombre.phrase} <small>{surnombre.textes}</small>
            </p>
          ) : null}
        </>
      ) : (
        <EtatVide titre="Aucune autorisation en cours">
          L’arrêté d’autorisation et ses places apparaîtront ici.
        </EtatVide>
      )}
      {autres.length > 0 ? (
        <Details titre={`Autres autorisations (${autres.length})`}>
          {autres.map((autre) => (
            <p key={autre.id}>
              {peut ? (
                <a href={`/creches/autorisations/${autre.id}`}>{`${autre.places} places`}</a>
              ) : (
                `${autre.places} places`
              )}
              , {formatPeriode(autre.du, autre.au)}, arrêté {autre.arreteNumero}
            </p>
          ))}
        </Details>
      ) : null}
      {peut ? (
        <p className="boutons">
          {enCours ? (
            <LienBouton petit href={`/creches/autorisations/${enCours.id}`}>
              Corriger l’autorisation ou la modulation
            </LienBouton>
          ) : null}
          <LienBouton petit href={formatAdresseCreche(id, '/autorisation')}>
            Enregistrer une nouvelle autorisation
          </LienBouton>
        </p>
      ) : null}
    </section>
  );
}

function Modulations({ autorisation: { modulations } }: { autorisation: AutorisationInscrite }) {
  if (modulations.length === 0)
    return <p className="petit">Aucune modulation : toutes les places, toute la journée.</p>;
  return (
    <ul>
      {modulations.map(({ id, jours, debut, fin, places, pendant }) => (
        <li
          key={id}
        >{`${formatJours(jours)}, de ${formatMinutes(debut)} à ${formatMinutes(fin)}${formatPendant({ pendant })} : ${places} places`}</li>
      ))}
    </ul>
  );
}

type GroupesProps = {
  id: string;
  unites: readonly UniteAccueilInscrite[];
  sections: readonly SectionInscrite[];
  objections: readonly string[];
  peut: boolean;
};

export function Groupes({ id, unites, sections, objections, peut }: GroupesProps) {
  return (
    <section className="section" id="sections">
      <h2>
        Unités d’accueil et sections <span className="nombre">{sections.length}</span>
      </h2>
      {objections.map((objection) => (
        <Avis key={objection} ton="bientot">
          {objection}
        </Avis>
      ))}
      {sections.length === 0 ? (
        <EtatVide titre="Aucune section">Les groupes d’enfants de la crèche apparaîtront ici.</EtatVide>
      ) : (
        <Tableau
          legende="Les sections, par unité d’accueil"
          lignes={sections}
          cle={(section) => section.id}
          colonnes={[
            { cle: 'nom', titre: 'Section', cellule: ({ nom }) => nom },
            { cle: 'tranche', titre: 'Âges', cellule: ({ tranche }) => TRANCHES[tranche] },
            { cle: 'places', titre: 'Places', nombre: true, cellule: ({ places }) => places },
            {
              cle: 'unite',
              titre: 'Unité d’accueil',
              cellule: ({ uniteAccueilId }) => formatUnite(unites.find((unite) => unite.id === uniteAccueilId)),
            },
          ]}
        />
      )}
      {peut ? (
        <p>
          <LienBouton petit href={formatAdresseCreche(id, '/sections')}>
            Tenir les unités et les sections
          </LienBouton>
        </p>
      ) : null}
    </section>
  );
}

function formatUnite(unite: UniteAccueilInscrite | undefined): string {
  return unite ? `${unite.nom} (${unite.places} places)` : '';
}

type DocumentsProps = { id: string; documents: ReturnType<typeof buildDocuments> };

export function Documents({ id, documents }: DocumentsProps) {
  return (
    <section className="section" id="documents">
      <h2>Documents à tenir à jour</h2>
      <Tableau
        legende="Ce que la crèche doit tenir à jour"
        lignes={documents}
        cle={({ nature }) => nature}
        ton={({ etat }) => (etat === 'a-jour' ? undefined : 'retard')}
        colonnes={[
          {
            cle: 'nature',
            titre: 'Document',
            cellule: ({ nature, rappel }) => (
              <>
                <a href={formatAdresseCreche(id, `/documents/${nature}`)}>{NATURES_DOCUMENT[nature]}</a>
                {rappel ? <small> {rappel}</small> : null}
              </>
            ),
          },
          { cle: 'etat', titre: 'État', cellule: ({ etat }) => <EtatDeDocument etat={etat} /> },
          { cle: 'etabli', titre: 'Établi le', cellule: ({ tenu }) => tenu && formatJour(tenu.etabliLe, 'court') },
          {
            cle: 'revoir',
            titre: 'À revoir le',
            cellule: ({ tenu }) => tenu?.aRevoirLe && formatJour(tenu.aRevoirLe, 'court'),
          },
          { cle: 'transmis', titre: 'Transmis le', cellule: ({ tenu }) => <Transmission {...tenu} /> },
          { cle: 'texte', titre: 'Texte', cellule: ({ texte }) => <small>{texte}</small> },
        ]}
      />
    </section>
  );
}

/** Quand une version est allée au président du conseil départemental ; `remplacee` : une autre vaut à sa place. */
export function Transmission({
  aTransmettre,
  transmisLe,
  remplacee = false,
}: Partial<Pick<DocumentTenu, 'aTransmettre' | 'transmisLe'>> & { remplacee?: boolean }) {
  if (transmisLe) return formatJour(transmisLe, 'court');
  if (!aTransmettre) return null;
  return remplacee ? 'jamais' : <Etiquette ton="bientot">à transmettre</Etiquette>;
}

function EtatDeDocument({ etat }: { etat: DocumentsProps['documents'][number]['etat'] }) {
  if (etat === 'a-jour') return <Etiquette ton="fait">à jour</Etiquette>;
  return <Etiquette ton="retard">{etat === 'manque' ? 'manque' : 'à revoir'}</Etiquette>;
}

import { Form } from 'react-router';
import { formatDuree } from '#shared/quart-d-heure.ts';
import { Bouton } from '#web/ui/bouton.tsx';
import { Details } from '#web/ui/details.tsx';
import { EtatVide } from '#web/ui/message.tsx';
import { Tableau } from '#web/ui/tableau.tsx';
import { formatAdresseSortie } from './adresses.ts';
import type { JourVu } from './jour-view.ts';

export function Sections({ id, vue: { sections } }: { id: string; vue: JourVu }) {
  return (
    <section className="jour-section" aria-labelledby="enfants">
      <h2 id="enfants">Enfants attendus</h2>
      <Tableau
        legende="Enfants attendus par section"
        lignes={sections}
        cle={(section) => section.id}
        colonnes={[
          { cle: 'section', titre: 'Section', cellule: ({ nom }) => nom },
          { cle: 'tranche', titre: 'Âge', cellule: ({ tranche }) => tranche },
          {
            cle: 'enfants',
            titre: 'Enfants',
            nombre: true,
            cellule: ({ enfants }) => <a href={`/creches/${id}/enfants`}>{enfants}</a>,
          },
          { cle: 'nm', titre: 'Ne marchent pas', nombre: true, cellule: ({ nonMarcheurs }) => nonMarcheurs },
          { cle: 'm', titre: 'Marchent', nombre: true, cellule: ({ marcheurs }) => marcheurs },
          { cle: 'heures', titre: 'Du premier au dernier', cellule: ({ heures }) => heures },
        ]}
      />
    </section>
  );
}

type SortiesProps = { id: string; jour: string; vue: JourVu; peutInscrire: boolean };

/** Qui est hors de la crèche : ni ces enfants ni ces professionnels ne sont comptés sur place à ces heures. */
export function Sorties({ id, jour, vue: { sorties }, peutInscrire }: SortiesProps) {
  if (sorties.length === 0 && !peutInscrire) return null;
  return (
    <section className="jour-section" aria-labelledby="sorties">
      <h2 id="sorties">Sorties</h2>
      {sorties.length === 0 ? <p>Aucune sortie ce jour.</p> : null}
      {sorties.length > 0 ? (
        <Tableau
          legende="Sorties de ce jour"
          lignes={sorties}
          cle={(sortie) => sortie.id}
          ton={({ manque }) => (manque > 0 ? 'retard' : undefined)}
          colonnes={[
            { cle: 'lieu', titre: 'Où', cellule: ({ lieu }) => lieu },
            { cle: 'heures', titre: 'Heures', cellule: ({ heures }) => <span className="insecable">{heures}</span> },
            {
              cle: 'enfants',
              titre: 'Enfants',
              cellule: ({ enfants, noms }) => <Details titre={String(enfants)}>{noms.join(', ')}</Details>,
            },
            { cle: 'avec', titre: 'Avec', cellule: ({ accompagnants }) => accompagnants.join(', ') },
            {
              cle: 'taux',
              titre: 'Un pour cinq',
              cellule: ({ comptent, requis, manque }) =>
                manque > 0
                  ? `${comptent} pour ${requis} : il en manque ${manque}`
                  : `tenu : ${comptent} pour ${requis}`,
            },
            ...(peutInscrire
              ? [
                  {
                    cle: 'acte',
                    titre: 'Acte',
                    cellule: (sortie: JourVu['sorties'][number]) => (
                      <div className="hors-impression">
                        <a href={formatAdresseSortie(id, jour, sortie.id)}>
                          Modifier<span className="lecteur"> {formatSortie(sortie)}</span>
                        </a>
                        <RetirerSortie sortie={sortie} jour={jour} />
                      </div>
                    ),
                  },
                ]
              : []),
          ]}
        />
      ) : null}
      {peutInscrire ? (
        <p className="hors-impression">
          <a href={formatAdresseSortie(id, jour)}>Inscrire une sortie</a>
        </p>
      ) : null}
    </section>
  );
}

const formatSortie = ({ lieu, heures }: JourVu['sorties'][number]) => `la sortie ${lieu}, ${heures}`;

function RetirerSortie({ sortie, jour }: { sortie: JourVu['sorties'][number]; jour: string }) {
  return (
    <Form method="post">
      <input type="hidden" name="jour" value={jour} />
      <input type="hidden" name="sortieId" value={sortie.id} />
      <Bouton petit name="acte" value="retirer-sortie">
        Retirer
        <span className="lecteur"> {formatSortie(sortie)}</span>
      </Bouton>
    </Form>
  );
}

export function HeuresLibres({ vue: { libres, parSection }, dureeMin }: { vue: JourVu; dureeMin: number }) {
  return (
    <section className="jour-section" aria-labelledby="libres">
      <h2 id="libres">Heures que l’on peut offrir</h2>
      {libres.length === 0 ? (
        <EtatVide titre="Aucune heure à offrir ce jour">
          Une plage vient ici quand il reste une place et quelqu’un pour la tenir pendant au moins{' '}
          {formatDuree(dureeMin)}.
        </EtatVide>
      ) : (
        <>
          <Tableau
            legende="Places libres, avec les professionnels prévus"
            lignes={libres}
            cle={({ cle }) => cle}
            colonnes={[
              { cle: 'marche', titre: 'Pour', cellule: ({ marche }) => marche },
              ...(parSection
                ? [{ cle: 'section', titre: 'Section', cellule: ({ section }: JourVu['libres'][number]) => section }]
                : []),
              { cle: 'heures', titre: 'Heures', cellule: ({ heures }) => <span className="insecable">{heures}</span> },
              { cle: 'places', titre: 'Places', nombre: true, cellule: ({ places }) => places },
              { cle: 'duree', titre: 'Heures d’accueil', nombre: true, cellule: ({ duree }) => duree },
            ]}
          />
          <p className="sous">
            C’est l’un ou l’autre : une place donnée à un enfant qui ne marche pas prend sur celles des enfants qui
            marchent.
          </p>
        </>
      )}
    </section>
  );
}

export function Quarts({ vue: { quarts, pointes } }: { vue: JourVu }) {
  return (
    <section className="jour-section" aria-labelledby="quarts-titre">
      <h2 id="quarts-titre">Quart d’heure par quart d’heure</h2>
      <Details titre="Voir les chiffres de chaque quart d’heure">
        <div id="quarts">
          <Tableau
            legende="Enfants attendus, professionnels qu’il faut et professionnels prévus"
            lignes={quarts}
            cle={({ heure }) => heure}
            ton={({ sous }) => (sous ? 'retard' : undefined)}
            colonnes={[
              { cle: 'heure', titre: 'Heure', cellule: ({ heure }) => <span className="insecable">{heure}</span> },
              { cle: 'enfants', titre: 'Attendus', nombre: true, cellule: ({ nm, m }) => nm + m },
              { cle: 'nm', titre: 'Ne marchent pas', nombre: true, cellule: ({ nm }) => nm },
              ...(pointes
                ? [
                    {
                      cle: 'presents',
                      titre: 'Présents',
                      nombre: true,
                      cellule: ({ presents }: JourVu['quarts'][number]) => presents?.tous,
                    },
                    {
                      cle: 'presents-nm',
                      titre: 'dont ne marchent pas',
                      nombre: true,
                      cellule: ({ presents }: JourVu['quarts'][number]) => presents?.nm,
                    },
                  ]
                : []),
              { cle: 'requis', titre: 'Il en faut', nombre: true, cellule: ({ requis }) => requis },
              { cle: 'prevus', titre: 'Prévus', nombre: true, cellule: ({ prevus }) => prevus },
              {
                cle: 'cat1',
                titre: 'dont catégorie 1',
                nombre: true,
                cellule: ({ prevusCat1, requisCat1 }) => `${prevusCat1} / ${requisCat1}`,
              },
              {
                cle: 'ecart',
                titre: 'Écart',
                nombre: true,
                cellule: ({ ecart }) => (ecart > 0 ? `+${ecart}` : String(ecart).replace('-', '−')),
              },
              { cle: 'etat', titre: 'Taux', cellule: ({ etat }) => etat },
            ]}
          />
        </div>
      </Details>
    </section>
  );
}

import type { ReactNode } from 'react';
import { Fiche } from '#web/gabarits/fiche.tsx';
import { LienBouton } from '#web/ui/bouton.tsx';
import { Details, EtapesDeCalcul } from '#web/ui/details.tsx';
import { Etiquette } from '#web/ui/etiquette.tsx';
import type { Fait } from '#web/ui/faits.tsx';
import { Avis } from '#web/ui/message.tsx';
import { formatAdresseInformation } from './adresses.ts';
import type { Dossier } from './dossier-view.ts';

/** Les pages d'une information, dans l'ordre du circuit. */
const ONGLETS = [
  { cle: 'fiche', page: '', titre: 'Information' },
  { cle: 'evaluation', page: 'evaluation', titre: 'Évaluation' },
  { cle: 'suites', page: 'suites', titre: 'Décision et suites' },
  { cle: 'ecrits', page: 'ecrits', titre: 'Écrits' },
] as const;
export type OngletInformation = (typeof ONGLETS)[number]['cle'];

type Props = {
  dossier: Dossier;
  actif: OngletInformation;
  /** Les `Avis` propres à cette page. */
  alertes?: ReactNode;
  cote?: ReactNode;
  children: ReactNode;
};

/** La tête commune à toutes les pages d'une information : son état, son urgence, son horloge, ce qui vient et qui le fait. */
export function DossierInformation({ dossier, actif, alertes, cote, children }: Props) {
  return (
    <Fiche
      titre={dossier.numero}
      etiquettes={
        <>
          <Etiquette ton={dossier.tonEtat}>{dossier.etat}</Etiquette>{' '}
          <Etiquette ton={dossier.tonUrgence}>{dossier.urgence}</Etiquette>
        </>
      }
      sous={[dossier.enfants.join(' ; '), dossier.lieu].filter(Boolean).join(' · ')}
      fil={[{ titre: 'Informations préoccupantes', href: '/informations' }]}
      actes={<ActesPossibles actes={dossier.actes} />}
      onglets={ONGLETS.filter(({ cle }) => cle !== 'ecrits' || dossier.conduit).map(({ cle, page, titre }) => ({
        titre,
        href: formatAdresseInformation(dossier.id, page),
        actif: cle === actif,
      }))}
      alertes={
        <>
          <ReanalyseDue reanalyse={dossier.reanalyse} />
          {alertes}
        </>
      }
      faits={buildFaits(dossier)}
      cote={cote}
    >
      {children}
    </Fiche>
  );
}

/** IP-037 : un élément nouveau oblige à revoir l'urgence ; on le voit de toutes les pages de l'information. */
function ReanalyseDue({ reanalyse }: Pick<Dossier, 'reanalyse'>) {
  if (!reanalyse) return null;
  return (
    <Avis ton="retard" titre="Urgence à revoir">
      <p>
        Un élément nouveau est arrivé le {reanalyse.le} (IP-037, pratique du département).{' '}
        {reanalyse.href ? <a href={reanalyse.href}>Revoir l’urgence</a> : null}
      </p>
    </Avis>
  );
}

/** Le premier acte qu'on peut faire est le principal ; ceux d'un autre sont dits, pas proposés. */
function ActesPossibles({ actes }: { actes: Dossier['actes'] }) {
  const siens = actes.filter(({ href }) => href !== undefined);
  if (siens.length === 0) return null;
  return siens.map(({ acte, titre, href = '' }, rang) => (
    <LienBouton key={acte} petit variante={rang === 0 ? 'principal' : 'secondaire'} href={href}>
      {titre}
    </LienBouton>
  ));
}

function buildFaits(dossier: Dossier): Fait[] {
  const suite = dossier.actes[0];
  return [
    ...dossier.horloges.map(({ titre, quand, detail, ton, etapes, textes }) => ({
      titre,
      ton,
      valeur: (
        <>
          {quand}
          <small>{detail}</small>
          <Details>
            <EtapesDeCalcul etapes={etapes} textes={textes} />
          </Details>
        </>
      ),
    })),
    ...(dossier.closeLe ? [{ titre: 'Close le', valeur: dossier.closeLe }] : []),
    ...(suite ? [{ titre: 'Ce qui vient', valeur: suite.titre, detail: `revient à ${suite.qui}` }] : []),
    { titre: 'Reçue', valeur: dossier.recue, detail: dossier.source },
    {
      titre: 'Traitée par',
      valeur: dossier.unite,
      detail:
        dossier.equipe.length > 0 ? dossier.equipe.join(', ') : (dossier.analyste ?? 'personne n’est encore nommé'),
    },
  ];
}

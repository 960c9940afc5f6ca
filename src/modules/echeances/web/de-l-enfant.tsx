import { getCible } from '#modules/acces/index.server.ts';
import { canRecordRestriction } from '#modules/acces/index.ts';
import { listActesDe } from '#modules/mesures/index.server.ts';
import { canExecuterMesure } from '#modules/mesures/index.ts';
import { recordTrace } from '#server/journal.ts';
import { listOnglets } from '#web/dossier/onglets.server.ts';
import { EnTetePage } from '#web/gabarits/en-tete-page.tsx';
import { readPage } from '#web/page.server.ts';
import { LienBouton } from '#web/ui/bouton.tsx';
import { Couloir, LigneDue } from '#web/ui/couloir.tsx';
import { EtapesDeCalcul } from '#web/ui/details.tsx';
import { Onglets } from '#web/ui/navigation-locale.tsx';
import { listEcheancesDe } from '../data/echeances-queries.server.ts';
import type { Route } from './+types/de-l-enfant.ts';
import { ActesInscrits } from './actes-inscrits.tsx';
import { buildActeInscrit } from './actes-inscrits-view.ts';
import { buildEcheancesDeLEnfant } from './de-l-enfant-view.ts';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    const { id } = args.params;
    const { agent, aujourdhui, tx } = contexte;
    const cible = await getCible(contexte, id);
    await recordTrace(tx, { acte: 'enfants.echeances.consulter', enfantId: id });
    return {
      id,
      nom: cible.nom,
      inscrit: canExecuterMesure(agent, cible, aujourdhui),
      onglets: await listOnglets(contexte, id, 'echeances', canRecordRestriction(agent, cible, aujourdhui)),
      actes: (await listActesDe(contexte, id)).map(buildActeInscrit),
      couloirs: buildEcheancesDeLEnfant(await listEcheancesDe(contexte, id), aujourdhui),
    };
  });
}

export default function EcheancesDeLEnfant({
  loaderData: { id, nom, inscrit, onglets, couloirs, actes },
}: Route.ComponentProps) {
  return (
    <>
      <EnTetePage
        titre={`Ce qui est dû · ${nom}`}
        sous="Calculé des actes inscrits dans son dossier ; chaque ligne dit d’où vient sa date"
        fil={[
          { titre: 'Enfants', href: '/enfants' },
          { titre: nom, href: `/enfants/${id}` },
        ]}
      />
      <Onglets libelle={`Dossier : ${nom}`} onglets={onglets} />
      {inscrit ? (
        <p>
          <LienBouton href={`/enfants/${id}/inscrire`}>Inscrire ce qui est fait</LienBouton>
        </p>
      ) : null}
      {couloirs.map(({ cle, titre, vide, lignes }) => (
        <Couloir key={cle} titre={titre} nombre={lignes.length} vide={vide}>
          {lignes.map((ligne) => (
            <LigneDue
              key={ligne.cle}
              ton={ligne.ton}
              quand={ligne.quand}
              quandDetail={ligne.quandDetail}
              jourComplet={ligne.jourComplet}
              qui={{ nom: ligne.qui }}
              quoi={ligne.quoi}
              quoiDetail={ligne.texte}
              acte={
                <LienBouton petit href={ligne.href}>
                  Ouvrir
                </LienBouton>
              }
              calcul={ligne.etapes.length > 0 ? <EtapesDeCalcul etapes={ligne.etapes} textes={[]} /> : undefined}
            />
          ))}
        </Couloir>
      ))}
      <ActesInscrits actes={actes} peutAnnuler={inscrit} />
    </>
  );
}

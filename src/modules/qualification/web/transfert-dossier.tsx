import { getFicheInformation } from '#modules/informations-preoccupantes/index.server.ts';
import { canRecueillir } from '#modules/informations-preoccupantes/index.ts';
import { formatAdresseInformation } from '#modules/informations-preoccupantes/web/composants.tsx';
import { readPageDActe } from '#modules/recueil/index.server.ts';
import { Introuvable } from '#server/errors.ts';
import { recordTrace } from '#server/journal.ts';
import { EnTetePage } from '#web/gabarits/en-tete-page.tsx';
import { LienBouton } from '#web/ui/bouton.tsx';
import { BoutonImprimer } from '#web/ui/bouton-imprimer.tsx';
import type { Route } from './+types/transfert-dossier.ts';
import { buildDossierTransmis } from './transfert-view.ts';

export function loader(args: Route.LoaderArgs) {
  return readPageDActe(args, canRecueillir, async (contexte, { id }) => {
    const fiche = await getFicheInformation(contexte, id);
    if (!fiche.transfert) throw new Introuvable('Cette information n’a pas été transférée.');
    await recordTrace(contexte.tx, { acte: 'informations.transfert.imprimer', objetId: id });
    return { dossier: buildDossierTransmis(fiche) };
  });
}

export default function DossierDeTransfert({ loaderData: { id, numero, dossier } }: Route.ComponentProps) {
  return (
    <>
      <EnTetePage
        titre={`Dossier de transfert ${numero}`}
        sous={dossier.objet}
        fil={[
          { titre: 'Informations préoccupantes', href: '/informations' },
          { titre: numero, href: formatAdresseInformation(id) },
        ]}
        actes={
          <>
            <BoutonImprimer />
            <LienBouton petit href={formatAdresseInformation(id, 'ecrits/transfert')}>
              Télécharger en Word
            </LienBouton>
            <LienBouton petit href={formatAdresseInformation(id, 'transfert.json')} download>
              Enregistrer en JSON
            </LienBouton>
            <LienBouton petit href={formatAdresseInformation(id, 'accuse')}>
              Enregistrer l’accusé de réception
            </LienBouton>
          </>
        }
      />
      {dossier.parties.map(({ titre, lignes }) => (
        <section className="bloc" key={titre}>
          <h2>{titre}</h2>
          <dl className="definitions">
            {lignes.map(([libelle, valeur], rang) => (
              // Deux enfants peuvent se dire de la même façon : leur place seule les distingue.
              <div key={`${titre}-${String(rang)}`}>
                <dt>{libelle}</dt>
                <dd className="recit">{valeur}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </>
  );
}

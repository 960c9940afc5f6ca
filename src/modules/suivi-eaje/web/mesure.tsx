import { canSuivre } from '#modules/eaje/index.ts';
import { Introuvable } from '#server/errors.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { formatTexte } from '#shared/texte-legal.ts';
import { Saisie } from '#web/gabarits/saisie.tsx';
import { actPage, readPage } from '#web/page.server.ts';
import { Radios } from '#web/ui/champ-choix.tsx';
import { ChampJour, ZoneTexte } from '#web/ui/champ-texte.tsx';
import { buildChamp } from '#web/ui/choix.ts';
import { Corrections } from '#web/ui/corrections.tsx';
import { Avis } from '#web/ui/message.tsx';
import { listCorrections } from '../data/corrections.server.ts';
import { updateMesureCorrective } from '../data/suivi-commands.server.ts';
import { getMesure } from '../data/suivi-queries.server.ts';
import { evaluateInjonction } from '../rules/inexecution.ts';
import { TRANSITIONS } from '../rules/transitions.ts';
import { ACTES_MESURE, type ActeMesureCorrective, ETATS_MESURE, NATURES_MESURE } from '../suite.ts';
import type { Route } from './+types/mesure.ts';
import { listFilSuivi } from './fil.ts';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async ({ tx, agent, aujourdhui }) => {
    const mesure = await getMesure(tx, args.params.id);
    if (!canSuivre(agent, mesure)) throw new Introuvable('Absente, ou hors de vos missions.');
    const actes = Object.keys(TRANSITIONS[mesure.etat]) as ActeMesureCorrective[];
    const corrections = await listCorrections(tx, mesure.id);
    const verdict = evaluateInjonction(mesure, aujourdhui);
    return {
      rappels: verdict.issue === 'accepte' ? verdict.avertissements : [verdict],
      mesure,
      corrections,
      aujourdhui,
      actes: actes.map((acte) => ({ valeur: acte, libelle: ACTES_MESURE[acte] })),
    };
  });
}

export function action(args: Route.ActionArgs) {
  return actPage(args, {
    command: updateMesureCorrective,
    avec: { id: args.params.id },
    vers: (etablissementId) => `/creches/${etablissementId}/suivi`,
    fait: 'La mesure est à jour.',
  });
}

export default function MesureCorrective({ loaderData, actionData }: Route.ComponentProps) {
  const { mesure, aujourdhui, actes, corrections, rappels } = loaderData;
  const champ = buildChamp(actionData);
  const dit = `${NATURES_MESURE[mesure.nature]} du ${formatJour(mesure.controleLe, 'long')}, pour le ${formatJour(mesure.pour, 'long')} · ${ETATS_MESURE[mesure.etat]}`;
  return (
    <Saisie
      titre={mesure.libelle}
      sous={`${mesure.creche} · ${dit}`}
      fil={listFilSuivi(mesure.etablissementId, mesure.creche)}
      acte="Inscrire"
      retour={`/creches/${mesure.etablissementId}/suivi`}
      rendue={actionData}
      version={mesure.version}
      intro={mesure.preuve ? `Preuve : ${mesure.preuve}` : undefined}
      cote={<Corrections corrections={corrections} />}
    >
      {rappels.map(({ motif, textes }) => (
        <Avis key={motif} ton={mesure.pour < aujourdhui ? 'retard' : 'bientot'}>
          {motif} <span className="sous">{textes.map(formatTexte).join(' · ')}</span>
        </Avis>
      ))}
      {actes.length === 0 ? (
        <p>Cette mesure est close : elle ne change plus.</p>
      ) : (
        <>
          <Radios {...champ('acte')} libelle="Ce qui s’est passé" choix={actes} requis />
          <ChampJour {...champ('le', aujourdhui)} libelle="Le" requis />
          <ChampJour
            {...champ('pour')}
            libelle="Nouveau délai"
            aide="Pour une mesure rouverte ; vide, le délai d’origine reste."
          />
          <ZoneTexte
            {...champ('preuve')}
            libelle="Preuve"
            lignes={2}
            aide="Pour une réalisation : le document, la photo, la facture, et où ils sont rangés."
          />
          <p>
            <a href={`/creches/mesures-correctives/${mesure.id}/corriger`}>Corriger ce qui est demandé, ou le délai</a>
          </p>
        </>
      )}
    </Saisie>
  );
}

import { canSuivre } from '#modules/eaje/index.ts';
import { Introuvable } from '#server/errors.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { Saisie } from '#web/gabarits/saisie.tsx';
import { actPage, readPage } from '#web/page.server.ts';
import { ChampSelection } from '#web/ui/champ-choix.tsx';
import { ChampJour, ChampTexte } from '#web/ui/champ-texte.tsx';
import { buildChamp, buildChoix } from '#web/ui/choix.ts';
import { readReglages } from '../data/reglages.server.ts';
import { recordMesureCorrective } from '../data/suivi-commands.server.ts';
import { getControle } from '../data/suivi-queries.server.ts';
import { findJoursParDefaut } from '../rules/delais.ts';
import { NATURES_MESURE, type NatureMesure } from '../suite.ts';
import type { Route } from './+types/mesure-nouvelle.ts';
import { listFilSuivi } from './fil.ts';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async ({ tx, agent }) => {
    const controle = await getControle(tx, args.params.id);
    if (!canSuivre(agent, controle)) throw new Introuvable('Absent, ou hors de vos missions.');
    return { controle, reglages: await readReglages(tx, controle.jour) };
  });
}

export function action(args: Route.ActionArgs) {
  return actPage(args, {
    command: recordMesureCorrective,
    avec: { controleId: args.params.id },
    vers: (etablissementId) => `/creches/${etablissementId}/suivi`,
    fait: 'Mesure inscrite : son échéance court.',
  });
}

export default function MesureNouvelle({ loaderData: { controle, reglages }, actionData }: Route.ComponentProps) {
  const champ = buildChamp(actionData);
  const jours = (nature: NatureMesure) => findJoursParDefaut(nature, reglages);
  return (
    <Saisie
      titre="Ajouter une mesure corrective"
      sous={`${controle.creche} · contrôle du ${formatJour(controle.jour, 'long')}`}
      fil={listFilSuivi(controle.etablissementId, controle.creche)}
      acte="Ajouter la mesure"
      retour={`/creches/${controle.etablissementId}/suivi`}
      rendue={actionData}
      intro={controle.constats}
    >
      <ChampSelection {...champ('natureMesure')} libelle="Nature" choix={buildChoix(NATURES_MESURE)} requis />
      <ChampTexte {...champ('libelle')} libelle="Ce qui est demandé" requis />
      <ChampJour
        {...champ('pour')}
        libelle="À réaliser pour le"
        aide={`Vide : ${jours('RECOMMANDATION')} jours pour une recommandation, ${jours('PRESCRIPTION')} pour une prescription, ${jours('MISE_EN_DEMEURE')} pour une mise en demeure (pratique du département). Une injonction dit toujours son délai.`}
      />
    </Saisie>
  );
}

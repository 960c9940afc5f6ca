import { findProfessionnel } from '#modules/eaje/index.server.ts';
import { canTenirCreche, JOURS_DE_SEMAINE, type ProfessionnelInscrit } from '#modules/eaje/index.ts';
import { FIL_CRECHES } from '#modules/eaje/web/composants.tsx';
import './horaire.css';
import { Introuvable } from '#server/errors.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { formatNom } from '#shared/nom-propre.ts';
import { findPlage, formatMinutes } from '#shared/quart-d-heure.ts';
import { Saisie } from '#web/gabarits/saisie.tsx';
import { actPage, readPage } from '#web/page.server.ts';
import { CasesACocher } from '#web/ui/champ-choix.tsx';
import { ChampJour, ChampTexte } from '#web/ui/champ-texte.tsx';
import { readValeurs } from '#web/valeurs.ts';
import { listHoraires, recordHoraire } from '../data/professionnels-commands.server.ts';
import { formatHoraire, formatOrdreLu, RANGS } from '../professionnel-saisie.ts';
import type { Route } from './+types/horaire.ts';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async ({ tx, agent, aujourdhui }) => {
    const pro = await findProfessionnel(tx, args.params.id, aujourdhui);
    if (!pro || !canTenirCreche(agent, pro)) throw new Introuvable('Absent, ou hors de vos missions.');
    const horaires = await listHoraires(tx, pro.id);
    const version = formatOrdreLu(horaires.map(({ id }) => id));
    return { nom: formatNom(pro.nom, pro.prenom), enCours: buildHeures(pro), horaires, version, aujourdhui };
  });
}

/** La semaine en cours et sa pause, champ par champ. */
function buildHeures({
  semaine,
  pauseDebut,
  pauseFin,
}: Pick<ProfessionnelInscrit, 'semaine' | 'pauseDebut' | 'pauseFin'>): Record<string, string> {
  const champs = RANGS.flatMap((rang) => {
    const plage = findPlage(semaine ?? [], Number(rang));
    if (plage === undefined) return [];
    return [
      [`debut.${rang}`, formatMinutes(plage.debut)],
      [`fin.${rang}`, formatMinutes(plage.fin)],
    ];
  });
  if (pauseDebut === null || pauseFin === null) return Object.fromEntries(champs);
  return { ...Object.fromEntries(champs), pauseDebut: formatMinutes(pauseDebut), pauseFin: formatMinutes(pauseFin) };
}

export { shouldRevalidate } from '#web/gabarits/revalidation.ts';

export function action(args: Route.ActionArgs) {
  return actPage(args, {
    command: recordHoraire,
    avec: { professionnelId: args.params.id },
    vers: ({ professionnelId }) => `/creches/professionnels/${professionnelId}`,
    fait: ({ remarques }) => ['Horaire enregistré.', ...remarques].join(' '),
  });
}

export default function SaisieHoraire({ loaderData, params, actionData }: Route.ComponentProps) {
  const { nom, enCours, horaires, version, aujourdhui } = loaderData;
  const { erreurs, champ } = readValeurs(actionData, enCours);
  const retour = `/creches/professionnels/${params.id}`;
  return (
    <Saisie
      titre="Changer l’horaire"
      sous={nom}
      fil={[FIL_CRECHES, { titre: nom, href: retour }]}
      acte="Enregistrer l’horaire"
      retour={retour}
      rendue={actionData}
      version={version}
      intro="L’horaire qui court s’arrête la veille ; ceux qui commencent ce jour-là ou après s’effacent, si vous le cochez. Écrivez « 8 h 30 » ou « 08:30 » ; un jour laissé vide : la personne ne vient pas."
    >
      <ChampJour {...champ('du')} libelle="À partir du" requis />
      {erreurs.retirer || horaires.some(({ du }) => du > aujourdhui) ? (
        <CasesACocher
          nom="retirer"
          libelle="Horaires inscrits"
          erreur={erreurs.retirer}
          choix={[
            {
              valeur: 'oui',
              libelle: 'Retirer ceux qui commencent ce jour-là ou après',
              aide: horaires
                .map((horaire) => `Du ${formatJour(horaire.du, 'court')} : ${formatHoraire(horaire)}.`)
                .join(' '),
            },
          ]}
          valeurs={actionData && 'retirer' in actionData.valeurs ? ['oui'] : []}
        />
      ) : null}
      {RANGS.map((rang) => (
        <div className="cote-a-cote" key={rang}>
          <ChampTexte {...champ(`debut.${rang}`)} taille="court" libelle={`Le ${JOURS_DE_SEMAINE[rang]}, de`} />
          <ChampTexte {...champ(`fin.${rang}`)} taille="court" libelle="à" />
        </div>
      ))}
      <div className="cote-a-cote">
        <ChampTexte {...champ('pauseDebut')} taille="court" libelle="Pause, de" />
        <ChampTexte {...champ('pauseFin')} taille="court" libelle="à" />
      </div>
    </Saisie>
  );
}

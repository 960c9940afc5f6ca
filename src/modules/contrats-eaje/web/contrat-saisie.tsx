import { redirect } from 'react-router';
import { findEtablissement } from '#modules/eaje/index.server.ts';
import { getParametre } from '#modules/organisation/index.server.ts';
import { Introuvable } from '#server/errors.ts';
import { formatNom } from '#shared/nom-propre.ts';
import { Saisie } from '#web/gabarits/saisie.tsx';
import { actPage, readFormulaire, readPage } from '#web/page.server.ts';
import { Bouton } from '#web/ui/bouton.tsx';
import { ChampJour, ChampTexte } from '#web/ui/champ-texte.tsx';
import { readValeurs } from '#web/valeurs.ts';
import { findContrat } from '../data/contrats.server.ts';
import { createContrat, recordAvenant } from '../data/contrats-commands.server.ts';
import { ABSENT, getCreche, getEnfant } from '../data/familles.server.ts';
import { canUpdateAccueil } from '../droits.ts';
import type { Route } from './+types/contrat-saisie.ts';
import { buildFil, formatAdresseContrat, formatAdresseFamille } from './adresses.ts';
import { readApercu } from './contrat-apercu.server.ts';
import { CalculDuContrat } from './contrat-calcul.tsx';
import { buildDepart } from './contrat-view.ts';
import { SemaineSaisie } from './semaine.tsx';

const isAvenant = (request: Request) => new URL(request.url).pathname.includes('/creches/contrats/');

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    const { tx, agent, aujourdhui } = contexte;
    const contrat = isAvenant(args.request) ? ((await findContrat(tx, args.params.id)) ?? null) : null;
    if (isAvenant(args.request) && contrat === null) throw new Introuvable(ABSENT);
    const enfant = await getEnfant(tx, contrat?.enfantId ?? args.params.id);
    const creche = await getCreche(tx, enfant.etablissementId);
    if (!canUpdateAccueil(agent, creche)) throw new Introuvable(ABSENT);
    const arrondi = await getParametre(tx, 'creches.arrondi-mensualite', aujourdhui);
    const { rendue, apercu } = await readApercu(contexte, args.request, { enfant, contrat, arrondi });
    const valeurs = new URL(args.request.url).searchParams;
    const depart = valeurs.has('du') ? Object.fromEntries(valeurs) : buildDepart(contrat);
    const jours = (await findEtablissement(tx, creche.id))?.jours ?? [1, 2, 3, 4, 5];
    return { contrat, enfant, creche, depart, rendue, apercu, jours };
  });
}

export { shouldRevalidate } from '#web/gabarits/revalidation.ts';

/** Sans tarif lu, on le calcule d'abord : la page revient avec lui, et rien n'est signé. */
export async function action(args: Route.ActionArgs) {
  const valeurs = readFormulaire(await args.request.clone().formData());
  if (!valeurs.tarifLu || valeurs.recalculer) {
    const { tarifLu: _, recalculer: __, version: ___, ...reste } = valeurs;
    const { pathname } = new URL(args.request.url);
    throw redirect(`${pathname.replace(/\.data$/, '')}?${new URLSearchParams(reste as Record<string, string>)}`, {
      status: 303,
    });
  }
  const commun = {
    vers: ({ id }: { id: string }) => formatAdresseContrat(id),
    fait: ({ remarques }: { remarques: string[] }) => ['Signé.', ...remarques].join(' '),
  };
  if (isAvenant(args.request))
    return actPage(args, { ...commun, command: recordAvenant, avec: { id: args.params.id } });
  return actPage(args, { ...commun, command: createContrat, avec: { enfantId: args.params.id } });
}

export default function SaisieContrat({ loaderData, actionData }: Route.ComponentProps) {
  const { contrat, enfant, creche, depart, apercu, jours } = loaderData;
  const rendue = actionData ?? loaderData.rendue;
  const { erreurs, v } = readValeurs(rendue, depart);
  const champ = (nom: string) => ({ nom, valeur: v(nom), erreur: erreurs[nom] });
  const acte = contrat ? 'Signer l’avenant' : 'Signer le contrat';
  return (
    <Saisie
      titre={contrat ? 'Préparer un avenant' : 'Préparer un contrat'}
      sous={`${formatNom(enfant.nom, enfant.prenom)}, ${creche.nom}`}
      fil={buildFil(creche)}
      acte={apercu ? acte : 'Calculer le tarif'}
      autresActes={
        apercu ? (
          <Bouton name="recalculer" value="oui">
            Calculer de nouveau
          </Bouton>
        ) : null
      }
      retour={contrat ? formatAdresseContrat(contrat.id) : formatAdresseFamille(enfant.familleId)}
      rendue={rendue}
      version={contrat?.version}
      cote={apercu ? <CalculDuContrat apercu={apercu} /> : undefined}
      intro={
        contrat
          ? 'Le contrat s’arrête la veille, tel qu’il a été signé ; le tarif se recalcule au premier jour de l’avenant.'
          : 'Le tarif se calcule au premier jour du contrat, et se relit avant de signer.'
      }
    >
      {apercu ? <input type="hidden" name="tarifLu" value={apercu.tarifCentimes} /> : null}
      <ChampJour {...champ('du')} libelle="Premier jour" requis />
      <ChampJour {...champ('au')} libelle="Dernier jour, s’il est connu" />
      <ChampJour
        {...champ('adaptationJusquAu')}
        libelle="Adaptation jusqu’au"
        aide="Ces jours-là se facturent aux heures réelles."
      />
      <SemaineSaisie jours={jours} v={v} erreurs={erreurs} />
      <ChampTexte
        {...champ('semainesParAn')}
        libelle="Semaines d’accueil dans l’année"
        requis
        taille="court"
        inputMode="numeric"
      />
      <ChampTexte {...champ('mensualites')} libelle="Mensualités" requis taille="court" inputMode="numeric" />
    </Saisie>
  );
}

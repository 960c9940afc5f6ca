import { findEtablissement } from '#modules/eaje/index.server.ts';
import { getParametre } from '#modules/organisation/index.server.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { formatNom } from '#shared/nom-propre.ts';
import { formatTexte } from '#shared/texte-legal.ts';
import { Fiche } from '#web/gabarits/fiche.tsx';
import { readPage } from '#web/page.server.ts';
import { LienBouton } from '#web/ui/bouton.tsx';
import { Etiquette } from '#web/ui/etiquette.tsx';
import { Avis } from '#web/ui/message.tsx';
import { NATURES_ACCUEIL } from '../contrat.ts';
import { readBaremesSaisis } from '../data/baremes.server.ts';
import { getContrat } from '../data/contrats.server.ts';
import { listRemarquesDuContrat } from '../data/examen.server.ts';
import { listRessources } from '../data/familles.server.ts';
import { canUpdateAccueil } from '../droits.ts';
import { formatEuros } from '../participation.ts';
import { evaluateDeduction } from '../rules/mensualite.ts';
import { listRevisionsDues } from '../rules/tarif.ts';
import type { Route } from './+types/contrat.ts';
import { buildFil, formatAdresseContrat, formatAdresseFamille } from './adresses.ts';
import { BlocDeCalcul } from './contrat-calcul.tsx';
import { AbsencesDuContrat, AccueilsReserves, HistoireDuContrat } from './contrat-sections.tsx';
import { buildMensualite, formatEtatContrat, formatRevision } from './contrat-view.ts';
import { SemaineDessinee } from './semaine.tsx';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    const { tx, agent, aujourdhui } = contexte;
    const fiche = await getContrat(contexte, args.params.id);
    const peut = canUpdateAccueil(agent, fiche.creche);
    const ressources = peut ? await listRessources(tx, fiche.enfant.familleId) : [];
    const revisions = listRevisionsDues(fiche.contrat, ressources, await readBaremesSaisis(tx), aujourdhui).map(
      formatRevision,
    );
    const remarques = (await listRemarquesDuContrat(tx, fiche, aujourdhui)).map(({ motif, textes }) => ({
      motif,
      textes: textes.map(formatTexte),
    }));
    const carence = await getParametre(tx, 'creches.carence-maladie-jours', aujourdhui);
    const { ouvre = 450, ferme = 1110 } = (await findEtablissement(tx, fiche.creche.id)) ?? {};
    const arrondi = await getParametre(tx, 'creches.arrondi-mensualite', aujourdhui);
    const absences = fiche.absences.map((absence) => ({
      ...absence,
      raison: evaluateDeduction(absence, carence).raison,
    }));
    const mensualite = buildMensualite(fiche.contrat, fiche.contrat.tarifCentimes, arrondi);
    return { ...fiche, absences, peut, aujourdhui, mensualite, revisions, remarques, bornes: { ouvre, ferme } };
  });
}

export default function Contrat({ loaderData }: Route.ComponentProps) {
  const { contrat, enfant, creche, histoire, absences, reservations, peut, aujourdhui, mensualite, revisions, bornes } =
    loaderData;
  const etat = formatEtatContrat(contrat, aujourdhui);
  const vit = contrat.au === null || contrat.au >= aujourdhui;
  const nom = formatNom(enfant.nom, enfant.prenom);
  return (
    <Fiche
      titre={`Contrat de ${nom}`}
      etiquettes={<Etiquette ton={etat.ton}>{etat.mot}</Etiquette>}
      sous={`${NATURES_ACCUEIL[contrat.nature]}, ${creche.nom}`}
      fil={buildFil(creche, ...(peut ? [{ titre: 'Famille', href: formatAdresseFamille(enfant.familleId) }] : []))}
      actes={
        peut && vit ? <Actes id={contrat.id} enfantId={enfant.id} regulier={contrat.nature === 'REGULIER'} /> : null
      }
      alertes={
        <>
          <Autorisations remarques={loaderData.remarques} />
          {vit ? <Revisions id={contrat.id} revisions={revisions} /> : null}
        </>
      }
      faits={[
        { titre: 'Premier jour', valeur: formatJour(contrat.du, 'long') },
        { titre: 'Dernier jour', valeur: contrat.au ? formatJour(contrat.au, 'long') : 'sans fin prévue' },
        { titre: 'Tarif', valeur: formatEuros(contrat.tarifCentimes), detail: 'de l’heure' },
        { titre: 'Mensualité', valeur: mensualite.montant, detail: `${contrat.mensualites} par an` },
        ...(contrat.adaptationJusquAu
          ? [{ titre: 'Adaptation jusqu’au', valeur: formatJour(contrat.adaptationJusquAu, 'long') }]
          : []),
      ]}
      cote={
        <>
          <BlocDeCalcul
            titre={`Tarif signé : ${formatEuros(contrat.tarifCentimes)} de l’heure`}
            calcul={{
              montant: '',
              etapes: contrat.tarifEtapes.length > 0 ? contrat.tarifEtapes : ['Calcul non repris.'],
              textes: [],
            }}
          />
          <BlocDeCalcul titre={`Mensualité : ${mensualite.montant}`} calcul={mensualite} />
        </>
      }
    >
      <section className="section">
        <h2>La semaine</h2>
        <SemaineDessinee semaine={contrat.semaine} bornes={bornes} />
      </section>
      <HistoireDuContrat histoire={histoire} courant={contrat.id} />
      <AbsencesDuContrat absences={absences} peut={peut} />
      <AccueilsReserves reservations={reservations} peut={peut} />
    </Fiche>
  );
}

function Actes({ id, enfantId, regulier }: { id: string; enfantId: string; regulier: boolean }) {
  return (
    <>
      {regulier ? <LienBouton href={`/creches/contrats/${id}/avenant`}>Préparer un avenant</LienBouton> : null}
      <LienBouton href={`/creches/enfants/${enfantId}/absence`}>Inscrire une absence</LienBouton>
      <LienBouton href={`/creches/enfants/${enfantId}/reservation`}>Réserver un accueil</LienBouton>
      <LienBouton variante="discret" href={`/creches/contrats/${id}/fin`}>
        Mettre fin au contrat
      </LienBouton>
    </>
  );
}

type Donnees = Route.ComponentProps['loaderData'];

function Autorisations({ remarques }: Pick<Donnees, 'remarques'>) {
  if (remarques.length === 0) return null;
  return (
    <Avis ton="bientot" titre="L’autorisation de la crèche change pendant ce contrat">
      <ul>
        {remarques.map(({ motif, textes }) => (
          <li key={motif}>
            {motif} {textes.map((texte) => `${texte}.`).join(' ')}
          </li>
        ))}
      </ul>
    </Avis>
  );
}

function Revisions({ id, revisions }: Pick<Donnees, 'revisions'> & { id: string }) {
  if (revisions.length === 0) return null;
  return (
    <Avis ton="bientot" titre="Le tarif est à réviser">
      <ul>
        {revisions.map(({ le, phrase, texte }) => (
          <li key={le}>
            {phrase} {texte}.
          </li>
        ))}
      </ul>
      <p>
        {revisions.length > 1 ? 'Un avenant par date, dans l’ordre. ' : null}
        <a href={`${formatAdresseContrat(id)}/avenant`}>Préparer l’avenant</a>
      </p>
    </Avis>
  );
}

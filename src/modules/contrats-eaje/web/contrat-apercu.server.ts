import type { Contexte } from '#database/as-agent.ts';
import { formatErreurs } from '#server/define-command.ts';
import { formatTexte } from '#shared/texte-legal.ts';
import type { SaisieRendue } from '#web/page.server.ts';
import type { Contrat } from '../contrat.ts';
import { AvenantSaisie, ContratSaisie } from '../contrat-saisie.ts';
import { evaluateContrat } from '../data/examen.server.ts';
import type { Enfant } from '../enfant.ts';
import { type Apercu, buildApercu } from './contrat-view.ts';

type Lu = { rendue: SaisieRendue | undefined; apercu: Apercu | null };

/** Ce que donnerait la signature de ce qui est dans l'adresse : le tarif et ce qui s'y oppose, ou les fautes de saisie. */
export async function readApercu(
  { tx }: Contexte,
  request: Request,
  { enfant, contrat, arrondi }: { enfant: Enfant; contrat: Contrat | null; arrondi: 'HEURES' | 'MONTANT' },
): Promise<Lu> {
  const { searchParams } = new URL(request.url);
  if (!searchParams.has('du')) return { rendue: undefined, apercu: null };
  const valeurs = Object.fromEntries(searchParams);
  const lu = contrat
    ? AvenantSaisie.safeParse({ ...valeurs, id: contrat.id, version: contrat.version })
    : ContratSaisie.safeParse({ ...valeurs, enfantId: enfant.id });
  if (!lu.success) return { rendue: { erreurs: formatErreurs(lu.error), valeurs }, apercu: null };
  const { tarif, remarques } = await evaluateContrat(tx, enfant, lu.data, contrat ?? undefined);
  const refus = remarques.filter(({ bloque }) => bloque);
  const restent = remarques
    .filter(({ bloque }) => !bloque)
    .map(({ motif, textes }) => ({ motif, textes: textes.map(formatTexte), bloque: false }));
  if (tarif === null || refus.length > 0) {
    const erreurs = Object.fromEntries(refus.toReversed().map(({ champ, motif }) => [champ, motif]));
    const textes = refus.flatMap((remarque) => remarque.textes.map(formatTexte));
    return { rendue: { erreurs, valeurs, textes: [...new Set(textes)] }, apercu: null };
  }
  return { rendue: undefined, apercu: buildApercu(lu.data, { tarif, objections: restent, arrondi }) };
}

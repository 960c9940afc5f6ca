import { RateLimiterMemory } from 'rate-limiter-flexible';
import { asAgent, SessionAbsente } from '#database/as-agent.ts';
import { renderCalendrier } from '#documents/calendrier.ts';
import { authentificationContexte, baseContexte, requeteContexte } from '#server/request-context.ts';
import { computeEmpreinteJeton } from '#server/session.ts';
import { recordPublication } from '../data/publication.server.ts';
import type { Route } from './+types/calendrier.ts';
import { buildAgenda } from './calendrier-view.ts';

const SECRET = /^([A-Za-z0-9_-]{43})\.ics$/;
/** Un agenda relit d'heure en heure ; tout un site peut sortir par une seule adresse, mais ne se trompe pas de secret. */
const lectures = new RateLimiterMemory({ points: 30, duration: 60 });
const echecs = new RateLimiterMemory({ points: 30, duration: 60 });

/** Le calendrier d'un agent, à son adresse secrète. Inconnue, fermée ou mal écrite : la même 404. */
export async function loader({ params, context }: Route.LoaderArgs): Promise<Response> {
  const secret = SECRET.exec(params.fichier)?.[1];
  const { adresseIp } = context.get(requeteContexte);
  const empreinte = secret && computeEmpreinteJeton(secret);
  const essais = await echecs.get(adresseIp);
  if (essais && essais.remainingPoints <= 0) return sendTrop();
  if (!empreinte) return sendInconnu(adresseIp);
  if (!(await isAdmis(empreinte))) return sendTrop();
  try {
    const publies = await asAgent(context.get(baseContexte), { empreinteCalendrier: empreinte }, recordPublication);
    const { adresse } = context.get(authentificationContexte);
    return new Response(renderCalendrier(buildAgenda(publies, adresse)), {
      headers: { 'Content-Type': 'text/calendar; charset=utf-8', 'Cache-Control': 'private, no-store' },
    });
  } catch (erreur) {
    if (erreur instanceof SessionAbsente) return sendInconnu(adresseIp);
    throw erreur;
  }
}

async function isAdmis(empreinte: string): Promise<boolean> {
  return lectures.consume(empreinte).then(
    () => true,
    () => false,
  );
}

async function sendInconnu(adresseIp: string): Promise<Response> {
  await echecs.consume(adresseIp).catch(() => undefined);
  return new Response('Page introuvable.', { status: 404, headers: { 'Cache-Control': 'no-store' } });
}

function sendTrop(): Response {
  return new Response('Trop de lectures. Réessayez dans une minute.', {
    status: 429,
    headers: { 'Retry-After': '60' },
  });
}

/** Envoyer des requêtes à un serveur de cette machine, et compter. */
import { Agent, request } from 'node:http';

export type Tir = { requetesParSeconde: number; medianeMs: number; p95Ms: number; echecs: number };

type Cible = { adresse: string; methode: string; chemin: string; corps?: string; temoin: string };

/** `nombre` requêtes, `ensemble` à la fois. Un statut de 400 ou plus est un échec. */
export async function shoot(cible: Cible, nombre: number, ensemble: number): Promise<Tir> {
  const agent = new Agent({ keepAlive: true, maxSockets: ensemble });
  const durees: number[] = [];
  let reste = nombre;
  let echecs = 0;
  const debut = performance.now();
  const tirer = async () => {
    while (reste > 0) {
      reste -= 1;
      const depart = performance.now();
      const statut = await send(cible, agent);
      durees.push(performance.now() - depart);
      if (statut >= 400) echecs += 1;
    }
  };
  await Promise.all(Array.from({ length: ensemble }, tirer));
  const secondes = (performance.now() - debut) / 1000;
  agent.destroy();
  durees.sort((a, b) => a - b);
  return {
    requetesParSeconde: nombre / secondes,
    medianeMs: durees[Math.floor(durees.length / 2)] ?? 0,
    p95Ms: durees[Math.floor(durees.length * 0.95)] ?? 0,
    echecs,
  };
}

function send({ adresse, methode, chemin, corps, temoin }: Cible, agent: Agent): Promise<number> {
  const headers = {
    cookie: temoin,
    origin: adresse,
    ...(corps
      ? { 'content-type': 'application/x-www-form-urlencoded', 'content-length': Buffer.byteLength(corps) }
      : {}),
  };
  return new Promise((resolve, reject) => {
    const req = request(`${adresse}${chemin}`, { method: methode, headers, agent }, (reponse) => {
      reponse.resume();
      reponse.once('end', () => resolve(reponse.statusCode ?? 500));
    });
    req.once('error', reject);
    req.end(corps);
  });
}

export function median(valeurs: readonly number[]): number {
  const triees = valeurs.toSorted((a, b) => a - b);
  return triees[Math.floor(triees.length / 2)] ?? 0;
}

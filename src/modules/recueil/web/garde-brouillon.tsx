import { useEffect, useRef, useState } from 'react';
import { readTextes } from './deja-connu.tsx';

const ATTENTE = 2000;

/** Garde ce qui est tapé sur le serveur, peu après la frappe. Sans JavaScript, le bouton « Garder le brouillon » le fait. */
export function GardeBrouillon({ id }: { id: string | null }) {
  const champ = useRef<HTMLInputElement>(null);
  const [gardeA, setGardeA] = useState<string | null>(null);
  useEffect(() => {
    const formulaire = champ.current?.form;
    if (!formulaire) return;
    let attente: ReturnType<typeof setTimeout> | undefined;
    let dernier: Promise<void> = Promise.resolve();
    let envois = 0;
    const garde = async () => {
      const avant = envois;
      const reponse = await fetch('/informations/brouillon', { method: 'POST', body: readTextes(formulaire) });
      const recu = reponse.ok ? ((await reponse.json()) as { id: string; gardeA: string }) : null;
      // Le formulaire parti entre-temps a pu nommer son propre brouillon, avec ses documents : c'est lui qui compte.
      if (recu && champ.current && avant === envois) champ.current.value = recu.id;
      setGardeA(recu ? recu.gardeA : null);
    };
    const reporte = () => {
      clearTimeout(attente);
      attente = setTimeout(() => {
        dernier = dernier.then(garde).catch(() => setGardeA(null));
      }, ATTENTE);
    };
    const arrete = () => {
      clearTimeout(attente);
      envois += 1;
    };
    formulaire.addEventListener('input', reporte);
    formulaire.addEventListener('submit', arrete);
    return () => {
      arrete();
      formulaire.removeEventListener('input', reporte);
      formulaire.removeEventListener('submit', arrete);
    };
  }, []);
  return (
    <>
      <input ref={champ} type="hidden" name="brouillonId" defaultValue={id ?? ''} />
      <p className="champ-aide" role="status">
        {gardeA ? `Brouillon gardé à ${gardeA}.` : ''}
      </p>
    </>
  );
}

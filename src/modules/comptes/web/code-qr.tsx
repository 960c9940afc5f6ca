import { encode } from 'uqr';

/** Un code QR dessiné par le serveur : un seul tracé, sans script ni image à charger. */
export function CodeQr({ texte, titre }: { texte: string; titre: string }) {
  const { data, size } = encode(texte, { border: 2 });
  const trace = data.flatMap((ligne, y) => ligne.map((noir, x) => (noir ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return (
    <svg className="seuil-qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={titre} shapeRendering="crispEdges">
      <path d={trace} />
    </svg>
  );
}

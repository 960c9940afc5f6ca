/** Un fichier à télécharger, qui ne reste nulle part. */
export function sendCsv(contenu: string, nom: string): Response {
  return new Response(contenu, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${nom.replace(/[^\w.-]+/g, '-')}.csv"`,
      'Cache-Control': 'private, no-store',
    },
  });
}

/** How a caller proves who they are; the same in every dialect. */
export function securitySchemes(issuer: string) {
  return {
    tenantToken: {
      type: 'http',
      scheme: 'bearer',
      bearerFormat: 'JWT',
      description: `A token whose audience is the tenant: exchange the user token at ${issuer}/protocol/openid-connect/token (RFC 8693, \`audience=<tenant>\`).`,
    },
    userToken: {
      type: 'openIdConnect',
      openIdConnectUrl: `${issuer}/.well-known/openid-configuration`,
      description: 'The token of the signed-in user.',
    },
  };
}

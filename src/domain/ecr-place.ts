// Amazon's registries (ECR), and the API that exchanges an access key for a token.

export type EcrPlace = {
  /** As AWS signs and names it. */
  readonly service: "ecr" | "ecr-public";
  readonly region: string;
  readonly endpoint: string;
  /** The account that owns a private registry. */
  readonly account: string | undefined;
};

/** The only user name that such a registry takes itself, with a token as password. */
export const ecrUser = "AWS";

// https://docs.aws.amazon.com/AmazonECR/latest/userguide/Registries.html
const privateForm =
  /^(\d{12})\.dkr([.-])ecr(-fips)?\.([a-z0-9-]+)\.(amazonaws\.(?:com(?:\.cn)?|eu)|on\.aws)$/;

/** What is known of a registry's host; undefined if it is not Amazon's. */
export function ecrPlace(host: string): EcrPlace | undefined {
  if (host === "public.ecr.aws") {
    const region = "us-east-1";
    const endpoint = `https://api.ecr-public.${region}.amazonaws.com`;
    return { service: "ecr-public", region, endpoint, account: undefined };
  }
  const [, account, separator, fips = "", region = "", domain = ""] = privateForm.exec(host) ?? [];
  if (account === undefined) return undefined;
  return {
    service: "ecr",
    region,
    endpoint: `https://${apiHost({ fips, region, domain, dualStack: separator === "-" })}`,
    account,
  };
}

type Parts = {
  readonly fips: string;
  readonly region: string;
  readonly domain: string;
  readonly dualStack: boolean;
};

// https://docs.aws.amazon.com/general/latest/gr/ecr.html
function apiHost({ fips, region, domain, dualStack }: Parts): string {
  if (dualStack) return `ecr${fips}.${region}.api.aws`;
  return fips === "" ? `api.ecr.${region}.${domain}` : `ecr-fips.${region}.${domain}`;
}

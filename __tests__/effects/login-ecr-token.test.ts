import { describe, expect, test } from "vitest";
import { ecrPlace } from "../../src/domain/ecr-place.ts";
import { ecrLogin } from "../../src/effects/login-ecr-token.ts";
import { awsEnvironment, withAwsKeys } from "../../src/plan/login-ecr.ts";
import { awsServer, key } from "./aws-server.ts";

const host = "123456789012.dkr.ecr.eu-west-1.amazonaws.com";

test.each([
  [host, "ecr", "eu-west-1", "https://api.ecr.eu-west-1.amazonaws.com"],
  [
    "123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn",
    ...["ecr", "cn-north-1", "https://api.ecr.cn-north-1.amazonaws.com.cn"],
  ],
  [
    "123456789012.dkr.ecr-fips.us-gov-west-1.amazonaws.com",
    ...["ecr", "us-gov-west-1", "https://ecr-fips.us-gov-west-1.amazonaws.com"],
  ],
  ["123456789012.dkr-ecr.eu-west-1.on.aws", "ecr", "eu-west-1", "https://ecr.eu-west-1.api.aws"],
  ["public.ecr.aws", "ecr-public", "us-east-1", "https://api.ecr-public.us-east-1.amazonaws.com"],
])("%s is Amazon's", (registry, service, region, endpoint) => {
  expect(ecrPlace(registry)).toMatchObject({ service, region, endpoint });
});

test.each([
  ...["ghcr.io", "docker.io", "ecr.internal:5000", "1234.dkr.ecr.eu-west-1.amazonaws.com"],
  ...[`${host}.evil.example`, `evil.${host}`, "public.ecr.aws.evil.example", "amazonaws.com"],
])("%s is not", (registry) => {
  expect(ecrPlace(registry)).toBeUndefined();
});

describe("an access key", () => {
  const login = { registry: host, username: key.id, password: key.secret };

  test.each([
    [host, "AmazonEC2ContainerRegistry_V20150921", { registryIds: ["123456789012"] }],
    ["public.ecr.aws", "SpencerFrontendService", {}],
  ])(
    "is exchanged for the login of %s, in a request signed with it",
    async (registry, api, body) => {
      await using aws = await awsServer("AWS:ey:J");
      const masked: string[] = [];
      const place = ecrPlace(registry) ?? expect.fail();
      const environment = awsEnvironment({ AWS_ENDPOINT_URL: aws.url });
      const options = {
        aws: environment,
        proxies: {},
        mask: (secret: string) => masked.push(secret),
      };
      const given = await ecrLogin({ ...login, registry }, place, options);
      expect(given).toEqual({ registry, username: "AWS", password: "ey:J" });
      expect(aws.asked).toEqual([{ target: `${api}.GetAuthorizationToken`, body }]);
      expect(masked).toContain("ey:J");
    },
  );

  test("that is wrong is told of in AWS's words, and not shown", async () => {
    await using aws = await awsServer("AWS:x");
    const place = ecrPlace(host) ?? expect.fail();
    const environment = awsEnvironment({ AWS_ENDPOINT_URL_ECR: aws.url });
    const options = { aws: environment, proxies: {}, mask: () => {} };
    const wrong = ecrLogin({ ...login, password: "hush" }, place, options);
    await expect(wrong).rejects.toMatchObject({
      message: expect.stringMatching(/^no login to 1234.*The security token is invalid\.$/),
      tryThis: expect.stringMatching(/^see that the key is active/),
    });
    await expect(wrong).rejects.not.toThrow(/hush/);
    expect(aws.asked).toEqual([]);
  });

  test("of the environment is taken where the inputs have none", () => {
    const variables = { AWS_ACCESS_KEY_ID: "AKIA1", AWS_SECRET_ACCESS_KEY: "s" };
    const empty = { registry: host, username: "", password: "" };
    const taken = { registry: host, username: "AKIA1", password: "s" };
    expect(withAwsKeys(empty, awsEnvironment(variables))).toEqual(taken);
    expect(withAwsKeys(login, awsEnvironment(variables))).toBe(login);
    expect(withAwsKeys(empty, awsEnvironment({ AWS_ACCESS_KEY_ID: "AKIA1" }))).toBeUndefined();
  });
});

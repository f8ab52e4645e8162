// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.gateway.problem.Paths;
import org.grasslandcarbon.gateway.security.Caller;
import org.grasslandcarbon.gateway.security.TokenDecoder;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The API's description, made when somebody first asks for it. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {
  /** The name of the way in which tokens are sent. */
  static final String TOKEN = "participantToken";

  private static final String DESCRIPTION =
      """
      草原碳汇减排量注册登记系统。公开信息无需登录；持有量与对账单须用主体密钥签署的短期令牌。
      任何改变都来自签名指令：POST %1$s/instructions，正文为 JWS（application/jose）。
      每种指令及其参数的 JSON Schema 见 %1$s/actions，错误代码见 %1$s/errors。

      The registry of grassland carbon credits. What is public needs no login; holdings and
      statements need a short-lived token that a participant's key has signed. Every change comes
      from a signed instruction: POST %1$s/instructions with a JWS (application/jose) as the body.
      Each action and the JSON Schema of its arguments: %1$s/actions. Codes: %1$s/errors.
      """
          .formatted(Paths.BASE);

  @Bean
  @Lazy
  OpenAPI description(@Value("${grassland.audience}") String audience) {
    SpringDocUtils.getConfig()
        .addRequestWrapperToIgnore(Caller.class)
        // What these are is said by DescribedAnswers; as Java classes they mean nothing to a
        // client.
        .replaceWithSchema(ObjectNode.class, new ObjectSchema())
        .replaceWithSchema(JsonNode.class, new ObjectSchema())
        .replaceWithSchema(ListAnswer.class, new ObjectSchema())
        .replaceWithSchema(RegionCode.class, text(RegionCode.PATTERN, "152502"))
        .replaceWithSchema(ParticipantId.class, text(ParticipantId.PATTERN, "91110000600037341L"))
        .replaceWithSchema(InstructionId.class, text(InstructionId.PATTERN, null))
        .replaceWithSchema(BatchId.class, text(BatchId.PATTERN, "CN-GCS-152502-20240001-2025-001"));
    return new OpenAPI()
        .info(
            new Info()
                .title("草原碳汇登记系统 Grassland carbon registry")
                .version("v1")
                .description(DESCRIPTION)
                .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
        .components(
            new Components()
                .addSecuritySchemes(
                    TOKEN,
                    new SecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .description(tokenDescription(audience))
                        .bearerFormat("JWT (ES256, signed by the participant)")));
  }

  /** What a client has to sign; {@link TokenDecoder} is what holds it to it. */
  private static String tokenDescription(String audience) {
    return """
    由主体自行签署的阅读令牌（JWT），仅用于一次请求，仅对本网关有效。
    首部：alg 为 ES256，kid 为已登记密钥的指纹（RFC 7638），typ 省略或为 JWT。
    声明：iss 主体代码；aud 本网关的名称 %1$s（单一字符串，/api/v1/status 亦载明）；
    iat、exp 签发与失效时间，相距至多 %2$d 秒，时钟误差容许 %3$d 秒；
    jti 小写 UUID，只能使用一次，网关重启后仍然有效；nbf 可选。

    A token for reading (JWT) that the participant signs itself; for one request, at this gateway.
    Header: alg is ES256, kid the thumbprint of a registered key (RFC 7638), typ absent or JWT.
    Claims: iss, the participant's code; aud, this gateway's name %1$s, one text, which
    /api/v1/status says too; iat and exp, at most %2$d seconds apart, clocks may be %3$d seconds
    off; jti, a UUID in lower case, once, also over a restart of the gateway; nbf if you like.
    """
        .formatted(audience, TokenDecoder.LIFE_SECONDS, TokenDecoder.SKEW_SECONDS);
  }

  private static StringSchema text(String pattern, String example) {
    StringSchema schema = new StringSchema();
    schema.pattern("^" + pattern + "$");
    schema.example(example);
    return schema;
  }

  @Bean
  @Lazy
  OpenApiCustomizer answersOfTheApi() {
    return new DescribedAnswers();
  }
}

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
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
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
  OpenAPI description() {
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
                        .bearerFormat("JWT (ES256, signed by the participant)")));
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

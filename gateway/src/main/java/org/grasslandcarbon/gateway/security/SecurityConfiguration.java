// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.security;

import static org.grasslandcarbon.domain.value.Detail.zh;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.value.Detail;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.gateway.access.Doors;
import org.grasslandcarbon.gateway.problem.Paths;
import org.grasslandcarbon.gateway.problem.Problem;
import org.grasslandcarbon.gateway.problem.ProblemWriter;
import org.grasslandcarbon.gateway.projection.ProjectionProgress;
import org.grasslandcarbon.gateway.projection.Reader;
import org.grasslandcarbon.views.refusal.GatewayCode;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** What is open, what needs a token, and the headers that browsers obey. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
  /**
   * Pages load files of ours and nothing else, and no text becomes markup or a program but by way
   * of the library that makes the pages, which escapes what is put in.
   */
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'self';"
          + " frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types lit-html";

  /** What strangers have written runs nowhere, and least of all with what a page of ours may do. */
  private static final String POLICY_OF_DOCUMENTS =
      "default-src 'none'; sandbox; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

  /** The page that shows the API's description is another's: it brings styles in its markup. */
  private static final String POLICY_OF_API_PAGE =
      "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none';"
          + " form-action 'self'; frame-ancestors 'none'; style-src 'self' 'unsafe-inline'";

  @Bean
  Keyring keyring(Reader reader) {
    return new Keyring(reader);
  }

  @Bean
  Callers callers(Reader reader) {
    return new Callers(reader);
  }

  @Bean
  SignatureCheck signatureCheck(Keyring keyring, Reader reader, ProjectionProgress progress) {
    return new SignatureCheck(keyring, reader, progress);
  }

  @Bean
  JwtDecoder tokenDecoder(
      Keyring keyring,
      @Value("${grassland.audience}") String audience,
      ProjectionProgress progress,
      ReplayCache shown,
      Clock clock) {
    return new TokenDecoder(keyring, audience, progress::isCurrent, shown, clock);
  }

  @Bean
  SecurityFilterChain securityFilterChain(
      HttpSecurity http, JwtDecoder decoder, Callers callers, Doors doors) throws Exception {
    return http.sessionManagement(
            sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        // Nothing is sent along by browsers of their own accord, so there is nothing to forge.
        .csrf(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .headers(
            headers ->
                headers
                    .cacheControl(cache -> cache.disable())
                    .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                    .addHeaderWriter(contentSecurityPolicy()))
        .authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers(
                        request -> doors.needsToken(request.getMethod(), request.getRequestURI()))
                    .authenticated()
                    .anyRequest()
                    .permitAll())
        .exceptionHandling(
            failures ->
                failures
                    .authenticationEntryPoint((request, response, e) -> refuse(response, e))
                    .accessDeniedHandler((request, response, e) -> forbid(response)))
        .oauth2ResourceServer(
            server ->
                server
                    .authenticationEntryPoint((request, response, e) -> refuse(response, e))
                    .jwt(
                        jwt ->
                            jwt.decoder(decoder)
                                .jwtAuthenticationConverter(token -> caller(token, callers))))
        .build();
  }

  private static HeaderWriter contentSecurityPolicy() {
    return (request, response) ->
        response.setHeader("Content-Security-Policy", policy(request.getRequestURI()));
  }

  private static String policy(String path) {
    if (path.startsWith(Paths.DOCUMENTS)) {
      return POLICY_OF_DOCUMENTS;
    }
    return path.startsWith("/swagger-ui") ? POLICY_OF_API_PAGE : POLICY;
  }

  private static CallerAuthentication caller(Jwt token, Callers callers) {
    return callers
        .find(new ParticipantId(token.getSubject()))
        .map(CallerAuthentication::new)
        .orElseThrow(
            () -> new TokenRefusedException(zh("iss 不是已登记的主体").en("iss is not a participant")));
  }

  private static void refuse(HttpServletResponse response, AuthenticationException failure)
      throws IOException {
    if (failure.getCause() instanceof TokenDecoder.NotReadYetException notRead) {
      ProblemWriter.write(Problem.of(ErrorCode.OVERLOADED, notRead.detail()), response);
      return;
    }
    boolean shown = failure instanceof OAuth2AuthenticationException;
    Detail detail =
        failure.getCause() instanceof TokenRefusedException refused
            ? refused.detail()
            : zh("无法读取").en("it cannot be read");
    // No parameters: what is wrong with a token is in the problem document, once.
    response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    ProblemWriter.write(
        shown
            ? Problem.of(GatewayCode.TOKEN_INVALID, detail)
            : Problem.of(
                GatewayCode.TOKEN_MISSING,
                zh("须有请求头 Authorization: Bearer").en("header Authorization: Bearer is needed")),
        response);
  }

  private static void forbid(HttpServletResponse response) throws IOException {
    ProblemWriter.write(
        Problem.of(GatewayCode.FORBIDDEN, zh("该令牌无权进行此操作").en("the token does not permit this")),
        response);
  }
}

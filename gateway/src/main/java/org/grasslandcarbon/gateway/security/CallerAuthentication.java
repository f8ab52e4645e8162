// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.security;

import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

/** A request whose token was accepted. */
final class CallerAuthentication extends AbstractAuthenticationToken {
  private static final long serialVersionUID = 1L;

  private final transient Caller caller;

  CallerAuthentication(Caller caller) {
    super(AuthorityUtils.NO_AUTHORITIES);
    this.caller = caller;
    setAuthenticated(true);
  }

  /** The token is not kept: it has done its work. */
  @Override
  public Object getCredentials() {
    return "";
  }

  @Override
  public Object getPrincipal() {
    return caller;
  }

  @Override
  public String getName() {
    return caller.id().value();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CallerAuthentication same && same.caller.equals(caller);
  }

  @Override
  public int hashCode() {
    return caller.hashCode();
  }
}

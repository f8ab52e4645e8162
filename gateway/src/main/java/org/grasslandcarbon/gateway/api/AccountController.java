// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import org.grasslandcarbon.domain.participant.Participant;
import org.grasslandcarbon.gateway.access.SignedIn;
import org.grasslandcarbon.gateway.problem.Paths;
import org.grasslandcarbon.gateway.security.Caller;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** What a participant's token says about itself. */
@RestController
@RequestMapping(Paths.BASE)
@SignedIn
final class AccountController {
  private final Found found;

  AccountController(Found found) {
    this.found = found;
  }

  /** Who the token says one is. */
  @GetMapping("/me")
  ObjectNode me(@AuthenticationPrincipal Caller caller) {
    return found.mustWithCorrections(Participant.key(caller.id()));
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.gateway.access.Address;
import org.grasslandcarbon.gateway.access.ByView;
import org.grasslandcarbon.gateway.problem.LetGo;
import org.grasslandcarbon.gateway.problem.Paths;
import org.grasslandcarbon.gateway.projection.LetGoLines;
import org.grasslandcarbon.gateway.projection.Reader;
import org.grasslandcarbon.gateway.projection.Selection;
import org.grasslandcarbon.gateway.security.Caller;
import org.grasslandcarbon.views.CreditViews;
import org.grasslandcarbon.views.MarketViews;
import org.grasslandcarbon.views.View;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/**
 * Every list and every record that a view declares, at the address that the view declares. What can
 * be asked for, what is answered and who may see it is in the view.
 */
@RestController
@RequestMapping(Paths.BASE)
@ByView
@Hidden
final class ViewController {
  private final Reader reader;
  private final Sight sight;
  private final LetGoLines letGo;

  ViewController(Reader reader, Sight sight, LetGoLines letGo) {
    this.letGo = letGo;
    this.reader = reader;
    this.sight = sight;
  }

  @GetMapping("/{list}")
  Object list(
      @PathVariable String list,
      HttpServletRequest request,
      @AuthenticationPrincipal Caller caller) {
    return answer(List.of(list), request, Optional.ofNullable(caller));
  }

  /** What lines of plans of benefits are owed is named by four parts, more than anything else. */
  @GetMapping("/{list}/{first}/{second}/{third}/{fourth}")
  Object ofFour(
      @PathVariable String list,
      @PathVariable String first,
      @PathVariable String second,
      @PathVariable String third,
      @PathVariable String fourth,
      HttpServletRequest request,
      @AuthenticationPrincipal Caller caller) {
    return answer(
        List.of(list, first, second, third, fourth), request, Optional.ofNullable(caller));
  }

  @GetMapping("/{list}/{id}")
  Object one(
      @PathVariable String list,
      @PathVariable String id,
      HttpServletRequest request,
      @AuthenticationPrincipal Caller caller) {
    return answer(List.of(list, id), request, Optional.ofNullable(caller));
  }

  @GetMapping("/{list}/{id}/{part}")
  Object part(
      @PathVariable String list,
      @PathVariable String id,
      @PathVariable String part,
      HttpServletRequest request,
      @AuthenticationPrincipal Caller caller) {
    return answer(List.of(list, id, part), request, Optional.ofNullable(caller));
  }

  @GetMapping("/{list}/{id}/{part}/{last}")
  Object item(
      @PathVariable String list,
      @PathVariable String id,
      @PathVariable String part,
      @PathVariable String last,
      HttpServletRequest request,
      @AuthenticationPrincipal Caller caller) {
    return answer(List.of(list, id, part, last), request, Optional.ofNullable(caller));
  }

  private Object answer(
      List<String> segments, HttpServletRequest request, Optional<Caller> caller) {
    Address address = Address.of(segments).orElseThrow(Found::nowhere);
    ViewParameters parameters =
        new ViewParameters(address.view(), address.isList(), request.getParameterMap());
    if (address.isList()) {
      return list(address, parameters, caller);
    }
    if (address.view().record().isEmpty()) {
      // Rows of a list that are no records have no addresses of their own.
      throw Found.nothing();
    }
    return one(address, caller);
  }

  private ListAnswer list(Address address, ViewParameters parameters, Optional<Caller> caller) {
    View view = address.view();
    Map<View.Owner, ParticipantId> owners = parameters.owners();
    if (owners.isEmpty()) {
      view.owner().ifPresent(first -> owners.put(first, caller.map(Caller::id).orElseThrow()));
    }
    sight.require(view, caller, owners.values());
    if (view == CreditViews.STATEMENT || view == MarketViews.CASH_STATEMENT) {
      for (ParticipantId owner : owners.values()) {
        LetGo.requireLines(letGo.wholeFrom(view, Optional.of(owner)), parameters.from());
      }
    }
    Selection selection = sight.withoutWithheld(parameters.selection(), caller);
    owners.forEach((owner, id) -> selection.with(owner.column(), id.value()));
    parameters
        .concerned()
        .ifPresent(
            id -> {
              sight.requireConcerned(view, caller, id);
              selection.withAny(view.concerning().orElseThrow().columns(), id.value());
            });
    address
        .below()
        .ifPresent(
            name -> {
              View.Parent parent = view.parent().orElseThrow();
              ObjectNode found = must(parent.view(), List.of(name), caller);
              // A record that has no id of its own has the member that it is named by.
              String id = found.has("id") ? "id" : parent.view().idParts().get(0);
              selection.with(parent.column(), found.required(id).asString());
            });
    return new ListAnswer(
        selection,
        parameters.paging(),
        parameters.form(),
        item -> sight.shown(view.visibility(), caller, item));
  }

  private ObjectNode one(Address address, Optional<Caller> caller) {
    View view = address.view();
    ObjectNode item = must(view, address.item(), caller);
    for (View.Attachment attachment : view.attachments()) {
      RecordType<?> type = attachment.record();
      reader
          .findWithCorrections(type.key(item.required("id").asString()))
          .filter(record -> sight.permits(type.visibility(), caller, record))
          .map(record -> sight.shown(type.visibility(), caller, record))
          .ifPresent(record -> item.set(attachment.name(), record));
    }
    return item;
  }

  /** An item; what somebody may not see is not there, so that nobody learns that it is. */
  private ObjectNode must(View view, List<String> name, Optional<Caller> caller) {
    return Named.in(view, name)
        .map(selection -> sight.withoutWithheld(selection, caller))
        .flatMap(reader::first)
        .filter(item -> sight.permits(view.visibility(), caller, item))
        .map(item -> sight.shown(view.visibility(), caller, item))
        .orElseThrow(Found::nothing);
  }
}

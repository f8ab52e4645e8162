// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.views;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.grasslandcarbon.domain.ledger.Account;
import org.grasslandcarbon.domain.ledger.Visibility;

/**
 * What a view may be made of. Filters, sums and members under other names tell of what they read as
 * plainly as a member does, so all of it must be for everybody who may see the view's items.
 */
final class Disclosure {
  private Disclosure() {}

  /** The kinds of accounts in which there is only ever money, of which batches have no totals. */
  private static final Set<Account.Kind> MONEY =
      EnumSet.of(
          Account.Kind.CASH,
          Account.Kind.WITHDRAWING,
          Account.Kind.BANK,
          Account.Kind.FEES,
          Account.Kind.RESERVE,
          Account.Kind.BENEFIT);

  /** The kinds of accounts of credits that are not for everybody. */
  private static final Set<Account.Kind> PRIVATE =
      EnumSet.copyOf(
          Arrays.stream(Account.Kind.values())
              .filter(kind -> kind != Account.Kind.OTHER && !MONEY.contains(kind))
              .filter(kind -> !kind.visibility().isPublic())
              .collect(Collectors.toSet()));

  /**
   * @throws IllegalArgumentException when a column reads a member that is for fewer than the view,
   *     when it refers to records that are for fewer, or when a total tells private kinds of
   *     accounts apart
   */
  static void require(View view) {
    view.columns().stream()
        .filter(column -> !view.inner().contains(column))
        .forEach(column -> require(view, column));
    requireInner(view);
    view.references().forEach(reference -> requireVisible(view, reference.to()));
    for (Member member : view.members()) {
      if (member instanceof Member.Total total) {
        requireTogether(view, total);
      }
    }
    view.parent().ifPresent(parent -> requireVisible(view, parent.view()));
    view.concerning().ifPresent(each -> requireParties(view, each));
    requireKept(view);
    requireReserved(view);
  }

  /** A list has of what is for fewer what the record's type says, and nothing else. */
  private static void requireReserved(View view) {
    Optional<Visibility.Reserved> declared = view.visibility().reserved();
    boolean isSame =
        declared.isPresent()
            ? view.reserved().filter(each -> isSame(each, declared.get())).isPresent()
            : view.reserved().isEmpty();
    if (!isSame) {
      throw new IllegalArgumentException(
          view + " has not for fewer what its records have: " + declared);
    }
  }

  private static boolean isSame(View.Reserved items, Visibility.Reserved records) {
    return items.column().pointers().equals(List.of(records.pointer()))
        && pointers(items.parties()).equals(records.fewer().parties())
        && pointers(items.places()).equals(records.fewer().places());
  }

  private static List<String> pointers(List<Column> columns) {
    return columns.stream().flatMap(each -> each.pointers().stream()).toList();
  }

  /** A list leaves out what single items are kept from somebody for, and nothing else. */
  private static void requireKept(View view) {
    List<String> kept =
        view.keptFrom().stream().flatMap(each -> each.pointers().stream()).sorted().toList();
    if (!kept.equals(view.visibility().subjects().stream().sorted().toList())) {
      throw new IllegalArgumentException(
          view + " keeps items from " + kept + " and not from " + view.visibility().subjects());
    }
  }

  /**
   * Who asks for the items of a participant must be able to see each that is found, so that the
   * answer tells nothing new: the columns are parties of the items, and those who may see the one
   * may see the others.
   */
  private static void requireParties(View view, View.Concerning concerning) {
    Visibility items = view.visibility();
    List<String> pointers =
        concerning.columns().stream().flatMap(each -> each.pointers().stream()).toList();
    long audiences =
        pointers.stream().map(items.narrower()::get).map(Optional::ofNullable).distinct().count();
    if (!items.isPublic() || !items.parties().containsAll(pointers) || audiences != 1) {
      throw new IllegalArgumentException(
          view + "." + concerning.parameter() + " asks for " + pointers + ", which are no parties");
    }
  }

  private static void require(View view, Column column) {
    view.visibility()
        .narrower()
        .forEach(
            (pointer, fewer) -> {
              if (column.pointers().stream().anyMatch(read -> overlap(read, pointer))
                  && !fewer.audiences().containsAll(view.visibility().audiences())) {
                throw new IllegalArgumentException(
                    view + "." + column.name() + " reads " + pointer + ", which is for fewer");
              }
            });
  }

  /** What is for the gateway itself is asked for by nobody and told in no answer. */
  private static void requireInner(View view) {
    List<Path> paths = new ArrayList<>();
    view.parameters().forEach(each -> each.choices().forEach(choice -> paths.add(choice.path())));
    view.finders().forEach(each -> paths.addAll(each.paths()));
    for (Member member : view.members()) {
      if (member instanceof Member.Told told) {
        paths.add(told.path());
      } else if (member instanceof Member.Listed listed) {
        paths.add(listed.path());
      }
    }
    view.references().forEach(each -> each.columns().forEach(c -> paths.add(own(c))));
    view.owners().forEach(each -> paths.add(own(each.column())));
    view.parent().ifPresent(each -> paths.add(own(each.column())));
    for (Path path : paths) {
      List<Reference> way = path.references();
      View of = way.isEmpty() ? view : way.get(way.size() - 1).to();
      if (of.inner().contains(path.column())) {
        throw new IllegalArgumentException(
            view + " tells " + of + "." + path.column().name() + ", which is for the gateway only");
      }
    }
  }

  private static Path own(Column column) {
    return new Path(List.of(), column);
  }

  private static boolean overlap(String one, String other) {
    return (one + "/").startsWith(other + "/") || (other + "/").startsWith(one + "/");
  }

  /**
   * Refuses to tell of another view's items those who may not see them. Of parties and offices only
   * the circle is known here: a reference must lead to what concerns the same participants.
   */
  static void requireVisible(View view, View other) {
    if (!other.visibility().isPublic()
        && !other.visibility().audiences().containsAll(view.visibility().audiences())) {
      throw new IllegalArgumentException(
          view + " tells of records of " + other + ", which are for fewer");
    }
  }

  /** Of credits that are not elsewhere one knows that somebody has them, not in what state. */
  private static void requireTogether(View view, Member.Total total) {
    List<Account.Kind> hidden = total.kinds().stream().filter(PRIVATE::contains).toList();
    if (total.kinds().stream().anyMatch(MONEY::contains)) {
      throw new IllegalArgumentException(view + "." + total.name() + " is a total of no credits");
    }
    if (!hidden.isEmpty() && !hidden.containsAll(PRIVATE)) {
      throw new IllegalArgumentException(
          view + "." + total.name() + " tells " + hidden + " from the rest of " + PRIVATE);
    }
  }
}

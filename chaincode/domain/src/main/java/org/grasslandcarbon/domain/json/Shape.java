// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.json;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.value.Check;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.Name;
import org.grasslandcarbon.domain.value.ReadableText;
import org.grasslandcarbon.domain.value.Tonnes;

/**
 * Holds a record's texts and lists to the limits that its components declare with {@link Most}, and
 * what is written today to {@link Least}, {@link Distinct} and {@link OneOf} as well, through
 * nested records and lists. One declaration serves the check and the JSON Schema.
 */
public final class Shape {
  private static final ClassValue<Shape> SHAPES =
      new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
          return new Shape(type);
        }
      };

  private final List<Part> parts = new ArrayList<>();

  private Shape(Class<?> type) {
    for (RecordComponent component : type.getRecordComponents()) {
      Method accessor = component.getAccessor();
      accessor.setAccessible(true);
      Most most = component.getAnnotation(Most.class);
      requireLimits(component, most);
      parts.add(Part.of(component, accessor));
    }
  }

  private static void requireLimits(RecordComponent component, Most most) {
    Type type = component.getGenericType();
    if (rawClass(type) == Optional.class) {
      type = argument(type);
    }
    boolean isList = rawClass(type) == List.class;
    if ((isList || type == String.class) && most == null) {
      throw new IllegalStateException(component + " needs @Most");
    }
    if (isList && argument(type) == String.class && most.each() == 0) {
      throw new IllegalStateException(component + " needs @Most with each");
    }
  }

  private static Type rawClass(Type type) {
    return type instanceof ParameterizedType generic ? generic.getRawType() : type;
  }

  private static Type argument(Type type) {
    return ((ParameterizedType) type).getActualTypeArguments()[0];
  }

  /**
   * Refuses a record with a text or list over its limit.
   *
   * @throws org.grasslandcarbon.domain.value.BadValueException naming the member
   */
  public static void check(Record value) {
    SHAPES.get(value.getClass()).checkParts(value, false);
  }

  /**
   * The same of what somebody has just written, whose texts must be readable as well: names too,
   * which do not ask for it themselves because they are read from ledgers.
   *
   * @throws org.grasslandcarbon.domain.value.BadValueException naming the member
   */
  public static void checkWritten(Record value) {
    SHAPES.get(value.getClass()).checkParts(value, true);
  }

  private void checkParts(Record value, boolean written) {
    for (Part part : parts) {
      checkValue(part, part.read(value), part.most(), written);
    }
  }

  private static void checkValue(Part part, Object value, int most, boolean written) {
    if (value instanceof Optional<?> optional) {
      if (optional.isPresent()) {
        checkValue(part, optional.get(), most, written);
      }
    } else if (value instanceof String text) {
      Check.text(text, most, part.name());
      if (written) {
        ReadableText.require(text, part.name());
      }
    } else if (value instanceof List<?> list) {
      Check.that(
          list.size() <= most,
          zh("%s 最多有 %s 项").en("%s must have at most %s elements", part.name(), most));
      if (written) {
        part.checkElements(list);
      }
      for (Object element : list) {
        checkValue(part, element, part.each(), written);
      }
    } else if (value instanceof Name both) {
      if (written) {
        ReadableText.require(both.zh(), part.name() + " zh");
        ReadableText.require(both.en(), part.name() + " en");
      }
    } else if (value instanceof Integer number) {
      if (written) {
        part.checkNumber(number);
      }
    } else if (value instanceof Tonnes tonnes) {
      if (written) {
        part.checkNumber(tonnes.value());
      }
    } else if (value instanceof Fen fen) {
      if (written) {
        part.checkNumber(fen.value());
      }
    } else if (value instanceof Enum<?> name) {
      if (written) {
        part.checkName(name.name());
      }
    } else if (value instanceof Record nested && isOurs(nested.getClass())) {
      SHAPES.get(nested.getClass()).checkParts(nested, written);
    }
  }

  /** Values (Tonnes, SerialRange …) check themselves when they are built. */
  private static boolean isOurs(Class<?> type) {
    return !type.getPackageName().equals(Check.class.getPackageName());
  }

  /** A component with what it declares; the least and the names bind what is written only. */
  private record Part(
      String name,
      Method accessor,
      int most,
      int each,
      Optional<Integer> least,
      boolean distinct,
      List<String> names) {

    static Part of(RecordComponent component, Method accessor) {
      Most most = component.getAnnotation(Most.class);
      Least least = component.getAnnotation(Least.class);
      OneOf names = component.getAnnotation(OneOf.class);
      return new Part(
          component.getName(),
          accessor,
          most == null ? 0 : most.value(),
          most == null ? 0 : most.each(),
          Optional.ofNullable(least).map(Least::value),
          component.isAnnotationPresent(Distinct.class),
          names == null ? List.of() : List.of(names.value()));
    }

    void checkElements(List<?> list) {
      Check.that(
          list.size() >= least.orElse(0),
          zh("%s 至少有 %s 项").en("%s must have at least %s elements", name, least.orElse(0)));
      Check.that(
          !distinct || list.stream().distinct().count() == list.size(),
          zh("%s 中不得有重复项").en("%s must not have anything twice", name));
    }

    void checkNumber(long number) {
      int bound = least.orElse(Integer.MIN_VALUE);
      boolean within = number >= bound && (most == 0 || number <= most);
      Check.that(
          within,
          most == 0
              ? zh("%s 至少为 %s").en("%s must be at least %s", name, bound)
              : zh("%s 须在 %s 至 %s 之间")
                  .en("%s must be at least %s and at most %s", name, bound, most));
    }

    void checkName(String given) {
      Check.that(
          names.isEmpty() || names.contains(given),
          zh("%s 不在下列之中：%s").en("%s is not one of %s", name, String.join(", ", names)));
    }

    Object read(Record value) {
      try {
        return accessor.invoke(value);
      } catch (IllegalAccessException | InvocationTargetException e) {
        throw new IllegalStateException(name + " cannot be read", e);
      }
    }
  }
}

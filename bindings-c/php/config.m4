PHP_ARG_WITH([qantara],
  [for Qantara],
  [AS_HELP_STRING([--with-qantara=DIR], [Qantara payments; DIR has lib/libqantara.a and include/qantara.h])])

if test "$PHP_QANTARA" != "no"; then
  if test ! -r "$PHP_QANTARA/lib/libqantara.a" || test ! -r "$PHP_QANTARA/include/qantara.h"; then
    AC_MSG_ERROR([no lib/libqantara.a and include/qantara.h in $PHP_QANTARA: run bindings-c/build.sh first])
  fi
  PHP_ADD_INCLUDE([$PHP_QANTARA/include])
  dnl The library goes into the extension, with none of its names showing. Packed relocations make it smaller by a
  dnl tenth; a linker that can't pack them leaves them as they are.
  QANTARA_SHARED_LIBADD="-Wl,$PHP_QANTARA/lib/libqantara.a -Wl,--exclude-libs,ALL -Wl,--gc-sections -Wl,-z,noseparate-code -Wl,-z,pack-relative-relocs -lpthread -ldl -lm"
  PHP_SUBST([QANTARA_SHARED_LIBADD])
  PHP_NEW_EXTENSION([qantara], [qantara.c objects.c methods.c from_php.c to_php.c errors.c], [$ext_shared],,
    [-DZEND_ENABLE_STATIC_TSRMLS_CACHE=1 -DQANTARA_VERSION=$QANTARA_VERSION -Wall -Wextra -Wno-unused-parameter -fvisibility=hidden -ffunction-sections])
fi
